"""Names of people: first names in schools in England, who is taught there, and which of these a word is.

Written from general knowledge, in small letters and without accents. A first name that is missing here is still found
where a capital letter in the middle of a sentence, or a verb that only people do, gives it away.
"""

import re
import unicodedata
from functools import cache

from mentorlog import everyday as lists
from mentorlog.everyday import words


def _pairs(text: str) -> frozenset[str]:
    return frozenset(" ".join(pair.split()) for pair in text.split(","))


# The most common ones of the last decades, of all origins.
FIRST_NAMES = words("""
aaisha aaliyah aamir aarav aaron abbas abbie abby abdi abdul abdullah abdullahi abdulrahman abi abigail abir abraham
ada adam adama ade adebayo adeel adele aden adil adina aditi aditya adnan adrian adriana afia agata agnes agnieszka
ahmad ahmed aidan aiden aimee aisha aiza ajay akash al alan alana alannah alastair albert albie alec aleena alejandro
aleksander aleksandra alesha alessandro alex alexa alexander alexandra alexandru alexia alexis alfie alfred ali alia
alice alicia alina alisha alison alistair aliya aliyah aliza allan allison alma alyssa amaan amal amanda amandeep amani
amara amari amaya amber ameer amelia amelie amin amina aminah amir amira amirah amit amna amrit amy ana anastasia anaya
andre andrea andreea andrei andrew andy aneesa angel angela angelina angus anika anil anisa anisha anita anjali ann
anna annabel annabelle anne annie anthony antoni antonia antonio antony anwar anya aoife april aqsa arabella archer
archie aria ariana arianna ariel arjun arlo armaan arnold art arthur arun arwa arya aryan asad asha ashleigh ashley
ashton asia asif asim asma astrid aubrey audrey august aurora austin autumn ava avi axel ayaan ayah ayan ayat ayesha
ayla ayo ayomide aysha ayub azaan aziz babatunde bailey barbara barnaby barney barry bartosz basil bea beatrice beatrix
beau becca becky bella ben benedict benjamin bernadette bernard bernie bertie beth bethan bethany betsy betty bev
beverley bianca bilal bill billie billy blaine blair blake blessing blossom bo bob bobbie bobby bogdan bonnie boris
brad bradley brady brandon brayden brenda brendan brett brian brianna bridget brody brogan brooke brooklyn bruce bruno
bryan bryn bryony bushra byron caden cai caitlin caitlyn caleb callie callum calum calvin cameron camilla camille
candice cara carina carl carla carlo carlos carly carmen carol carole caroline carolyn carrie carter carys casey casper
cassandra cassie catherine cathy cecilia cedric celeste celia celine cerys chad chance chanel chantal chantelle charis
charity charlene charles charley charlie charlotte charmaine chelsea chen cherie cheryl chiara chidi chika chinedu
chinonso chloe chris christian christina christine christopher chukwuemeka ciara ciaran cindy claire clara clare
clarissa clark claude claudia clay clemmie cleo clifford clive clyde coby codie cody cohen cole colette colin colleen
conall conner connie connor conor constance cooper cora corey cormac cory courtney craig cristian cristina crystal
curtis cynthia cyrus dafydd daisy dakota dale damian damien damilola dan dana dani daniel daniela daniella danielle
daniil danish danny dante dara darcey darcie darcy daria darius darragh darrell darren darryl dave david davina dawid
dawn dawson dayo dean deanna debbie deborah declan dee deepa deepak delilah della delroy demetrius demi denis denise
deniz dennis denzel derek dermot desmond destiny devon dewi dexter dhruv diana diane dilan dillon dimitri dina dinah
dinesh dion dionne divya dmitri dolly dom dominic dominik dominika don donald donna donovan dora doreen doris dorothy
dot doug douglas drew duncan dwayne dylan eamon earl ebony ebrahim ed eddie eden edgar edie edith edmund edward edwin
efe effie ehsan eileen eilidh eisa ekaterina elaine eleanor elena eleni eli elias elijah elin elinor eliot elis elisa
elise elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elouise elsa elsie elspeth elton
ema emanuel emeka emelia emil emilia emilie emilija emily emir emma emmanuel emmanuella emmeline emmett emre ena eni
enid enoch enya enzo eoin ephraim eren eric erica erik erika erin ernest ernie esa esha esmae esme esmee estelle esther
ethan ethel etta euan eugene eunice eva evan evangeline eve evelina evelyn everly evie ewa ewan ezekiel ezra fabian
fahad fahim faisal faith faiza fajr farah fareed farhan farida fariha faris farzana fatema fatima fatimah fatma fatou
fatoumata fay faye federico felicity felix femi fergus fern fernando ffion filip findlay finlay finley finn fiona fleur
flo flora florence florin flynn folasade fran frances francesca francesco francis francisco frank frankie franklin
fraser freddie freddy frederick freya frida funmi gabe gabriel gabriela gabriella gabrielle gail gareth garfield gary
gavin gemma gene genevieve geoff geoffrey george georgia georgie georgina gerald geraldine gerard germaine gethin
gianna gideon gillian gina ginny giorgia giovanni giulia giuseppe gladys glen glenda glenn gloria glyn goran gordon
grace gracie graeme graham grant grayson greg gregory greta gretel griff guido gurdeep gurleen gurpreet gus guy gwen
gwilym habib habiba hadi hadiya hafsa hafsah haider haleema hamid hamish hamza hamzah hana hanad hani hania hannah
hannan haris harish harjit harleen harley harman harmony harold haroon harper harpreet harriet harris harrison harry
harun harvey haseeb hashim hassan hattie hawa haya hayden hayley hazel heath heather hector heidi helen helena henna
henrietta henry herbert herman hetty hiba hilary hilda hira holden hollie holly hope horace howard huda hudson hugh
hugo humaira humza hunter husna hussain hussein ian ianto ibraheem ibrahim ibrahima ida idil idris ieuan ife ifeoma
ikram ilana ilaria ilyas imaan imad iman imani imogen imran inaaya inaya indi india indie indigo ines ingrid inigo ioan
ioana iona ira irena irene irfan iris isa isaac isabel isabella isabelle isaiah isha ishaan isla ismaeel ismail isobel
isra issa issac istvan ivan ivana ivo ivor ivy iwan izaak izabela izzy jacek jack jackie jackson jacob jacqueline
jacqui jada jade jaden jagdeep jago jai jaiden jaime jake jakub jamaal jamal jameela james jamie jamil jamila jan jana
jane janet janice janine janusz jared jarek jas jasmin jasmine jason jaspal jasper jaspreet javed javier jax jaxon
jaxson jay jayda jayden jaydon jayla jaylen jayne jayson jazmin jean jeanette jed jeff jeffrey jemima jemma jen jenna
jennie jennifer jenny jensen jenson jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jia jill jim jimmy
jo joan joana joanna joanne jocelyn jodie jody joe joel joey johan johanna john johnathan johnny jon jonah jonas
jonathan joni jonny jordan jorge jorgie jorja jose josef joseph josephine josh joshua josiah josie joss joy joyce juan
judah jude judith judy jules julia julian juliana julianne julie juliet juliette julius junaid june junior justin
justina justine kabir kacey kacper kadeem kai kaiden kaitlin kaitlyn kajus kaleb kaleem kamal kamil kamila kamran kane
kara karan karen karim karina karl karla karol karolina karthik kashif kasia kasper kat katarzyna kate katherine
kathleen kathryn kathy katie katrina katy kavita kay kaya kayden kaye kayla kayleigh kayley kayode kaz keanu keaton
keegan keelan keeley keely keira keiran keisha keith kelechi kelly kelsey kelsie kelvin ken kendra kenji kennedy
kenneth kenny kenzie kenzo kerry kev kevin keziah khadija khadijah khaled khalid khalil kia kian kiara kiera kieran
kiki kim kimberley kimberly kinga kingsley kira kiran kirsten kirsty kit kitty klara klaudia koby kofi konrad kris
krishan kristian kristina kristof krystal krystian krzysztof kuba kumar kunal kurt kwabena kwaku kwame kwasi kya kyan
kyla kyle kylie kyra kyron lacey lachlan lacie laila lainey lamar lamin lana lance lara larisa larissa larry lars
latifa latisha latoya laura lauren laurence laurie lawrence layan layla laylah layton lea leah leanne lee leia leigh
leighton leila lena lenny leo leon leona leonard leonardo leonie leroy lesley leslie leticia levi lewis lexi lexie
leyla leyton lia liam lianne libby liberty lidia lila lilah lili lilian lillian lillie lilly lily lina linda lindsay
lindsey linh linus lionel lisa liv livia liz lizzie lloyd logan lois lola lora lorenzo lorna lorraine lottie lou louie
louis louisa louise luan luana luc luca lucas lucia lucian lucie lucinda lucy luis luisa luka lukas lukasz luke lula
luna luqman lydia lyla lyn lynda lyndon lynn lynne lynsey lyra mabel macauley macey maciej mackenzie macy maddie
maddison maddox madeleine madeline madina madison mae maeve magda magdalena maggie maha mahdi mahek mahir mahmood
mahmoud mahnoor maia mairead maisie maisy maja majid makayla malachi malaika malakai malcolm maleeha malik malika
malikah mallory mandeep mandy manha manisha manjit manon manpreet mansoor manuel mara marc marcel marcia marco marcus
marek margaret margot maria mariam mariama marian marianne marie marilyn marina mario marion marissa marius mariya
marjorie mark marko marley marlon marnie marsha marta martha martin martina martyn marvin marwa mary maryam mason
mateen mateo mateusz mathew mathilda matilda matt matteo matthew mattie maureen maurice mavis max maxim maxine maxwell
may maya mckenzie meera meg megan meghan mehdi mehmet mei mel melanie melina melissa melody melvin memphis mercy
meredith merve mia micah michael michaela michal michele michelle mickey miguel mihai mika mikaeel mikail mike mikey
mikolaj mila milan milena miles millie milly milo milosz mimi mina minahil minh minnie mira miranda miriam misbah
mitchell mo mohamad mohamed mohammad mohammed mohammod mohamud mohsin moira mollie molly mona monica monika monique
montana morgan morwenna moses moshe muhamed muhammad muhammed muna muneeb munira murray mustafa mya myles myra nabeel
nabil nabila nadeem nader nadia nadine nadiya nafisa naila naima najma nana nancy naomi narges nasir nasra nasreen nat
natalia natalie natasha nate nathalie nathan nathanael nathaniel naveed navya nayla nazia ned neel neelam neha neil
nell nellie nelson nerys nevaeh neve neville ngoc ngozi nguyen nia niall niamh nicholas nick nicki nicky nico nicola
nicolas nicole nigel nihal nik nikhil nikita nikki niko nikola nikolas nila nile nilufar nimra nina nisha nishant noah
noam noel noelle noemi nojus nola noor nora norah noreen norma norman nour nova nur nuria nusaybah nusrat nyah nyla
oakley ocean octavia ola olaf olamide oli oliver olivia oliwia oliwier ollie olly olu oluchi olumide oluwadamilola
oluwafemi oluwaseun oluwaseyi oluwatobi oluwatobiloba olwen omar omari onur onyeka oona ophelia oran orla orlando orson
osama oscar osian oskar osman otis ottilie otto owain owen pablo paddy page paige pam pamela paolo paris parker pascal
pascale pat patience patricia patrick patryk patsy paul paula paulina pauline pavel pavol pawel pearl pedro peggy
penelope penny percy perry peter petra peyton phil philip philippa phillip phoebe phoenix phyllis pierce pierre piers
piotr pip piper pippa polly poppy portia pranav precious preeti preston princess priti priya priyanka prudence puja
qasim quentin quincy quinn rabia rachael rachel rae raees rafael rafaela rafal rafe rafferty rafi raheem rahim rahma
rahul raj raja rajesh rajinder rajiv ralph rama ramon rana randeep rania raphael rares rasheed rashid raul ravi
ravinder ray raya rayaan rayan rayhan raymond rayyan razia reagan rebecca rebekah reece reed reem reema rees reggie
rehan reid remi remy ren rena rene renee reuben rex rhea rhian rhianna rhiannon rhodri rhona rhys ria riaz ricardo
richard richie rick ricky rico rihanna riley rina rio rishi rita ritchie river riya riyad rizwan roan rob robbie robert
roberta roberto robin robyn rocco rochelle rocky roderick rodney rodrigo roger rohan roisin roksana roland roma roman
romana romeo romilly romy ron ronald ronan roni ronnie rory ros rosa rosalie rosalind rosanna rose rosemary rosie ross
rowan rowena roxanne roxy roy ruairi ruan ruben rubie ruby rudi rudy rufus rukhsana rupert ruqayyah russell ruta ruth
ryan ryder ryhan saad saanvi saara sabah sabina sabrina sade sadia sadie saeed safa saffron safiya sagal sahar sahil
sahra saif saima saira sakina salah saleem saleh salim sally salma salman sam samaira samantha samara sameer samia
samina samir samira sammy samson samuel sana sandeep sandra sandy sanjay sanna santiago sapphire sara sarah sasha
saskia saul savannah sawyer scarlet scarlett scott seamus sean seb sebastian seema selena selin selina selma seraphina
seren serena sergio seth seun shabana shabnam shah shahid shaista shakeel shakira shamima shanaya shane shania shanice
shannon shaquille sharon shaun shauna shawn shay shaya shayla shazia shea sheila shelby shelley sheridan sherry shirley
shiv shivani shona shreya sian sid siddharth sidney sidra siena sienna sierra silas silvia sima simeon simon simone
simra simran sinead siobhan sita sky skye skyla skylar sofia sofie sohail sol solomon sonia sonny sonya sophia sophie
spencer stacey stan stanislaw stanley star stefan stefania stella steph stephan stephanie stephen steve steven stevie
stewart storm stuart subhan sue suhail sukhdeep sukhpreet sulaiman sulayman suleiman sultan sumaiya sumaya sumayyah
summer sunil sunita sunny suraj susan susanna susie suzanne sven svetlana sybil sydney syed sylvia sylvie szymon
tabitha tadhg taha tahir tahlia tai taiwo tala talha talia tallulah tamar tamara tamika tamsin tanaka tania tanisha
tanvi tanya tara tarik tariq taryn tasha tasneem tasnim tate tatiana tayla taylor tayo tayyab tayyiba teagan ted teddy
tegan temi temitope terence teresa terry tess tessa thalia thanh thea thelma theo theodora theodore theresa thiago
thomas thuy tia tiago tiana tiegan tierney tiffany tilda tilly tim timothy tina tinashe tobi tobias toby todd tola tolu
tom tomas tomasz tommo tommy tomos toni tony tracey tracy travis trent trevor tricia trinity tristan troy trudy tuan
tudor tunde tyler tymon tyra tyreece tyrell tyrese tyrone tyson ugo ugochukwu uma umair umar umaymah umer ursula usama
usman uthman uzair uzma vaishnavi val valentina valentine valerie vanessa varun veer vera verity vernon veronica
veronika vic vicki vicky victor victoria vijay vikas vikram viktor viktoria vince vincent viola violet virginia vishal
vivek vivian vivienne vlad vladimir wahid waleed walid wallace wally walter wanda waqas warren wasim wayne wei wendy
wes wesley wiktor wiktoria wilbur wilf wilfred wilfrid will willa william willow wilson winifred winnie winston
wojciech woody wren wyatt xander xanthe xavier xin yahya yang yaqub yara yaseen yash yasin yasir yasmin yasmina yasmine
yesenia yetunde yi ying yolanda yosef youcef yousef yousif youssef yuki yulia yunus yuri yusef yusra yusuf yuvraj
yvette yvonne zac zach zachariah zachary zack zahid zahir zahra zaid zain zaina zainab zak zakaria zakariya zaki zane
zara zarah zayan zayd zayn zaynab zeeshan zehra zeinab zelda zena zeynep zhi zi zia ziad zidane zion ziva zoe zoey
zofia zohaib zohra zola zoltan zora zoya zsofia zuzanna
""")

# Ordinary words and places that often follow a first name.
SURNAMES = words("""
ali baker bell berry bishop black brown butcher carpenter carter church cook cooper cross day english field fisher fox
french frost george grant gray green grey hall hart hill holland hunt hunter ireland james john king knight lake lamb
lane lee lewis london lord march mark marsh mason may mcdonald moon moss north owen page park paul pope price reed reid
rice rivers rose smith snow stone strong swan taylor thomas turner walker ward wells west white wise wolf wood woods
york young
""")

# Who is taught, read or quoted, and has a surname that nobody else in the room is likely to have.
FAMOUS = words("""
aesop ahlberg ainsworth almond amundsen angelou anning apollo aquinas archimedes aristotle asimov aslan athelstan
athena attenborough atwood augustus austen avogadro bach bandura banksy banquo barthes basquiat beckham beethoven
bentham beowulf beyonce birling bjork bloom blyton bonaparte boserup boudica boudicca bowlby brahma brahms brookfield
browne brunel bruner brutus byron caesar calvin capulet carle caviglioli caxton cezanne chaplin chaucer chomsky chopin
christie christodoulou churchill claxton cleopatra columbus copernicus cortes cratchit curie dahl dali darwin dawkins
defoe degas delacroix descartes desdemona dewey dharker dickens dijkstra disraeli donne doppler dracula duffy durkheim
dweck ebbinghaus edison einstein eliot engels equiano eratosthenes escher euclid euler fagin ferdinand fezziwig
fibonacci fitzgerald fleming foucault frankenstein freire freud frost gaiman galileo gandhi ganesh ganesha gatsby
gershwin gibbs gilgamesh gogh goldsworthy gollum gormley grendel grimm gutenberg hades hamlet handel hanuman hargreaves
haring hathaway havisham hawking haydn heaney heathcliff hemingway hepworth hercules hermia himmler hiroshige hirsch
hitler hobbes hockney hokusai holst homer hooke huxley iago ibsen icarus jekyll jung kahlo kandinsky kant keats kepler
kipling kirkpatrick kirschner klee kolb koppen krishna kusama lakshmi lamarck lear leibniz lemov lenin lennie
lichtenstein linnaeus lofthouse luther lysander macbeth macduff machiavelli magellan magritte malthus mandela marlowe
marx maslow matisse mendel mendeleev mercutio messi michelangelo milgram milne minerva monet montague montessori
montezuma morpurgo mozart mussolini myatt nanak napoleon nietzsche norgay oberon odin odysseus oedipus ohm orff orwell
othello ozymandias pankhurst pasteur pepys persephone piaget picasso plath plato poseidon priestley prokofiev prospero
ptolemy puck pythagoras raleigh rama ramses ravana rembrandt renoir rodin romeo romulus roosevelt rosenshine rossetti
rostow rothko rousseau rowling rutherford sachar sartre schon scrooge seacole seuss shackleton shakespeare sheeran
shiva shylock siddhartha skellig skinner snape socrates sophocles spielberg stalin steinbeck stenhouse stephenson
stormzy stravinsky stresemann sweller tchaikovsky tesla theseus timperley titania tolkien tolstoy trotsky turing
tutankhamun twain tybalt utterson vader vermeer vinci vishnu vivaldi voldemort vonnegut vygotsky walliams warhol
wegener wilberforce wilde wiliam willingham wollstonecraft woolf wordsworth yeats yousafzai zephaniah zeus zimbardo
""")

# And those who share it with pupils and colleagues: it takes both words to know them.
FAMED = _pairs("""
adam smith, alan turing, albert einstein, alexander fleming, anne boleyn, anne frank, arthur miller, barack obama,
boris johnson, charles darwin, charlotte bronte, claudette colvin, david cameron, david walliams, edward jenner, emily
davison, florence nightingale, george floyd, gordon brown, greta thunberg, guy fawkes, harriet tubman, harry kane,
harry potter, harry styles, helen keller, henry moore, isaac newton, jack frost, jacqueline wilson, jane eyre, jane
goodall, jane seymour, jesse owens, joe biden, joe wicks, john barnes, john hattie, john snow, john williams, john
lennon, katherine johnson, keir starmer, lady gaga, lady jane, louis braille, malcolm x, malorie blackman, marcus
rashford, martin luther, mary anning, mary berry, mary seacole, mary shelley, matt hancock, michael jackson, michael
rosen, mo farah, mo salah, neil armstrong, nelson mandela, oliver cromwell, oliver twist, peter pan, philip larkin, red
riding, rishi sunak, robert burns, robert frost, robert owen, robin hood, rosa parks, rosalind franklin, simon
armitage, stephen hawking, steve reich, susan hill, taylor swift, ted hughes, theresa may, thomas farriner, thomas
hardy, tim peake, tom bennett, tony blair, usain bolt, virginia woolf, walter tull, walt disney, wilfred owen, will
smith, william blake, william golding, william morris, willy russell, dr jekyll, dr seuss, dr who, father christmas,
lady macbeth, mr bean, mr gum, mr hyde, mr men, mr stink, mr toad, mr tumble, mr twit, mrs twit, miss marple, miss
piggy, sir gawain, sister act, christmas carol, tom sherrington, andy goldsworthy, anthony gormley, antony gormley,
michael young, ken robinson, christine counsell, oliver caviglioli, francis drake, walter raleigh, george stephenson,
howard carter, edmund hillary, sherlock holmes, abigail williams, dennis kelly, percy jackson, horrid henry, guru
nanak, mother teresa, bugsy malone, artemis fowl, mona lisa, big ben, ben nevis, mary rose, wat tyler, magna carta,
dalai lama, georgia o'keeffe, darth vader, cs lewis, hg wells, wh auden, jm barrie, ee cummings, aa milne
""")

# `marks: names`. Where one of the marks stands in an entry, the names are those of characters there.
WORKS = """
romeo and juliet|mercutio|tybalt|capulet|montague: romeo juliet benvolio capulet montague rosaline paris laurence
lawrence; inspector calls|birling|priestley: birling sheila eric gerald eva sybil arthur edna daisy renton croft smith;
mice and men|steinbeck|curley: george lennie slim candy crooks carlson curley; christmas carol|scrooge|cratchit:
scrooge cratchit fezziwig carol tiny tim bob fred marley jacob belle fan; lord of the flies|golding: ralph jack simon
roger piggy; jekyll|utterson: jekyll utterson hyde henry lanyon poole enfield carew; frankenstein|mary shelley: victor
elizabeth walton william justine clerval mary; blood brothers|mrs johnstone: mickey edward eddie linda sammy lyons
johnstone; macbeth|banquo: macbeth macduff duncan malcolm donalbain fleance ross angus; othello|desdemona: emilia
cassio bianca; merchant of venice|shylock: portia antonio bassanio jessica lorenzo; much ado|benedick: beatrice hero
claudio leonato benedick; midsummer|lysander|titania: helena hermia demetrius quince bottom robin; prospero|caliban|the
tempest: miranda ariel ferdinand alonso antonio; twelfth night|malvolio: viola olivia orsino sebastian maria malvolio;
hamlet: gertrude claudius polonius horatio laertes ophelia; king lear: edmund edgar kent regan goneril cordelia;
gatsby: nick daisy tom jordan myrtle jay; pride and prejudice|mr darcy|bingley: elizabeth jane lydia collins wickham
bingley charlotte darcy bennet; jane eyre|thornfield: eyre rochester brocklehurst jane bertha helen adele;
wuthering|heathcliff: cathy catherine edgar linton hindley isabella nelly; great expectations|havisham: havisham pip
estella joe biddy magwitch herbert; oliver twist|fagin: bumble brownlow fagin oliver nancy bill sikes dodger rose;
mockingbird: jem boo tom scout calpurnia dill atticus; animal farm|old major: napoleon boxer squealer clover benjamin
snowball; war horse|private peaceful: joey albert topthorn tommo charlie molly; stanley yelnats|auggie|wimpy kid:
stanley zero august auggie julian greg; mister tom|skellig: william willie tom zach michael mina; harry
potter|hogwarts: harry ron hermione draco neville ginny; wonka|trunchbull|chocolate factory: trunchbull honey wormwood
wonka charlie willy augustus violet veruca matilda bruce; narnia|aslan: tumnus lucy edmund peter susan; henry viii|anne
boleyn|reformation: henry anne boleyn catherine aragon jane howard parr; battle of hastings|norman conquest|1066:
harold william harald edward; magna carta|crusades|gunpowder plot: john richard henry saladin thomas guy james charles;
great fire of london|pepys|nightingale|seacole: samuel thomas florence mary; bus boycott|luther king|anne frank: king
rosa martin claudette anne otto margot; nativity|bible|gospel|genesis|parable: mary joseph gabriel noah moses abraham
isaac adam eve david jonah herod; diwali|ramayana|krishna|hindu: rama sita lakshman hanuman ravana krishna;
darwin|galapagos: charles wallace alfred; fantastic mr fox: fox bunce bean boggis; da vinci: leonardo; beanstalk: jack;
peter and the wolf: peter; noah's ark: noah; arendelle: elsa anna olaf; wallace and gromit: wallace; rosenshine|visible
learning|wiliam: hattie; wilfred owen|anthem for doomed|dulce et: owen
"""

_PEOPLE_DO = lists.SAYS | lists.DOES | lists.IS
_THINGS = lists.ORDINARY | lists.PROPER | lists.CROWNED | lists.PLACED | lists.LABELS
SHARED = frozenset(pair.rpartition(" ")[2] for pair in FAMED)
_EVERYDAY = _THINGS | _PEOPLE_DO | lists.TO | FAMOUS | (SHARED - FIRST_NAMES)
_STROKED = str.maketrans("łŁøØđĐıß", "lLoOdDis")
_ENDING = (
    r"(?:.{4,}(?:ing|ment|ence|ance|ive|ish|ian)|.{3,}(?:[ts]ion|ness|ism|ics|ship|ful|[ai]ble|ous|ese|ology|ity|sis|graphy|metry|ium|ball|craft)|"
    r".{2,}(?:shire|borough|brough|mouth|chester|cester|bridge|burgh|hampton|minster|.{2}(?:land|stan|pool|wich|sex)))\Z"
)
SUFFIX = r"['’](?:s?|ll|d|ve|re|m)\Z"


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The regular expression, compiled when it is first needed: all of them would take longer than a command."""
    return re.compile(text)


def key_of(word: str) -> str:
    """A word as the lists have it: `Zoë’s` is `zoe`."""
    text = pattern(SUFFIX).sub("", word).replace("’", "'").replace("‑", "-")
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_STROKED))
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return text.casefold()


def is_famous(name: str) -> bool:
    return name in FAMED or name.rpartition(" ")[2] in FAMOUS


def is_known(key: str) -> bool:
    """Whether it is a first name, or has one before or after a hyphen."""
    return any(part in FIRST_NAMES for part in key.split("-"))


def is_sure(key: str) -> bool:
    """Whether it is a first name and nothing else. Beside a hyphen it may be something else as well: `Lily-Mae`."""
    if "-" not in key:
        return key in FIRST_NAMES and key not in _EVERYDAY
    return is_known(key) and all(part in FIRST_NAMES or not is_part_of_a_thing(part) for part in key.split("-"))


def is_part_of_a_thing(part: str) -> bool:
    """`x` and `ray`."""
    return is_everyday(part) or len(part) < len("Ali")


def is_everyday(key: str) -> bool:
    """Whether it is in one of the lists, in the plural too, or has an ending that names hardly have."""
    forms = (key, key.removesuffix("s"), key.removesuffix("es"), key.removesuffix("ies") + "y")
    return any(form in _EVERYDAY for form in forms) or any(map(pattern(_ENDING).match, forms[:2]))


def can_follow(text: str) -> bool:
    """Whether a word may be the second one of a name: `Leon Brown` and `Charlie B`, but not `Leon Monday`."""
    if len(text) == 1:
        return text not in "IA"
    key = key_of(text)
    plain = text[0].isupper() and not text.isupper() and not any(map(str.isdigit, text))
    return plain and (key in SURNAMES or key in SHARED or not is_everyday(key))
