"""Words that are no names although they have a capital letter, and words that make a name of the one beside them.

Written from general knowledge, in small letters and without accents; capitals.py says how they are used. Plurals are
left out, and so is what capitals.py knows by its ending (`-ing`, `-shire`). Some of them are first names as well:
`will`, `jordan`.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that have no capital by right, but get one in the names of things, in titles and at the beginnings of lines.
ORDINARY = words("""
a about above academy acid across act action actually add adult adverb adviser after afternoon afterwards again age aim
alarm algebra alien alkali all almost also although always am amber an analysis and anger angle anglo angry another
answer ant any anybody anyone ape apology apparently apple arch archer are area argue ark arm arrow art article artist
ask assistant at atom atrium attack attitude aunt auntie average award away awful axis baby back bacteria bag bake ball
ban banana band bank banner bar barn barrier base basil basket bath battle bay bayonet bazaar be beach beam bean
beanstalk bear because bed bee been beetle before begin behaviour behind being believe below besides best better
between big bike bill bingo bird birthday biscuit bishop black blackboard blazer blessing block blood blue blues board
boat body bold bomb bone bonfire book booklet bookshelf border bot both bottle bowl box brain branch brave bread break
breakfast breaktime brick bridge bring broadcast bronze brother brown brush bubble bucket buddy budget bull bullet bun
bursar bus busy but butter butterfly button by cabinet cafe cage cake calculate calculator call camel camp can candle
cannon canteen cap cape capital captain car card care caretaker carnival carol carousel carpet carrot case castle cat
caterpillar cathedral cause cave cell centre century chain chair challenge champion chance change chaos chapter charge
charity chart chase chat check checklist chemical chemist cherry chicken chief child children chip chocolate choice
choir chord chunk church cinema circle circuit circus citizen city civil class classic classroom clause clay clean
clever cliff climate clip cloakroom clock cloth cloud clown club clue coach coast coat code coin cold colleague college
collins colour column comic comma command committee common company compare compass computer concept concert conclude
conflict connect consonant context contract control cook cookery coordinator core corn corner cornerstone corridor
cosmic cotton could council count country county couple course coursework court cousin cove cover cow crab craft craze
cream create crew crime crisis crisp crocodile cross crow crowd crown crusade crystal cube culture cup cupboard cure
curriculum curtain customs cycle cylinder dad daily daisy dale dance data date daughter dawn day deal dean dear death
debate debt decade decimal deep defeat degree democracy denominator deputy describe desert design desire desk detail
diagram dialogue diamond diary dictator dictionary did diffuse digit digital dinner dinosaur director dirt dirty disco
discover discus discuss disease dish display district ditch divide do doc doctor does dog dolphin don done donkey doom
door dot double down dozen draft drag dragon draw dream dress drew drill drink drive drop drum dry duchess duck duke
during dust duty dynasty each eagle ear earl early earth earthquake east eco edge egg eight eighteen either electron
elephant eleven elf elite else email emperor empire empty end enemy energy engage engine enjoy ensemble enterprise
entry enzyme equal error escape espresso essay estate estimate evaluate eve even event eventually ever every everybody
everyone exam example exercise exhibit exile exit expert explain explore explorer exposure express extended extra eye
fable face fact factor factory faculty fair fairy faith family famine farm farmer fast fate father favourite fawn fayre
feather fence fest festival fete few field fieldwork fifteen fifth fifty file film final find fine finger finish fire
firework first fish five fixture flag flashcard flat fleet flip flood floor flow flower flute fly focus fog folder folk
food foot football for forest fork form formal formula fort fortune forum four fourth framework frank frankly freckle
free freedom fresh friar friend frog from front frost fruit fuel fun fund funeral fungus funny further future gala
galaxy gallery game gang garden gas gate general genius genocide genre gentleman get ghost giant gift gig girl give
given glass global globe glory glove go goal goat god going gold golden good goodnight goose got governor grace grade
gradient grammar gran grandad grandma grandpa granny grant grape graph grass grease great green grid grief ground group
grow growth guard guide guilt guitar gun guy gym habit habitat had hair half hall ham hammer hand handbook hangout
happy harbour hard hare harmony harvest has hat have having hawk hay hazel he head headline headteacher health heart
heat heath heather heavy hedgehog help hen hence her herb here hero herself hexagon hi hidden high higher hill him
himself hippo histogram history hmm hockey hole holiday hollow holly home homework homophone honest honey hood hook
hooray hope horn horrid horse hospital hotel hound hour house how however hub human hundred hunger hungry hunt hunter
hurdle hurricane hut hymn i ice idea if imagery important in indeed independent index indoor industrial industry infant
inner insect inset inside inspector instead institute integer intent interest interview into invader ion iris iron
irony island it itself ivory ivy jack jade jam jar jasper javelin jazz jean jelly jigsaw job join joint josh journal
journey joy judge jump jungle junior junk just justice kangaroo keep kettle key keyword kick kid kind king kingdom kit
kitchen kite kitten knee knife knight know knowledge lab ladder lady lake lamb lamp lance land landlord lane language
lantern laptop large last later laugh launch laurel lavender law layer lead leader leaf league leap learn learner least
leave leaver lecture left leg legend leisure lemon length lens leopard less lesson lest let letter level liberty
library life light like lily lime line link lion lips list listen literacy literature little live liver lizard loan
lobster local locker log long look lord loss lost lots lottery loud lounge love lovely lover low lower loyalty luck
lucky lunch lunchtime lung machine made magic magma magnet main make man manager manor many map march marina mark
market martyr mask mason mass massacre master mat match matron matter max maybe mayor me meal mean meanwhile meat medal
media median medicine medieval medium meet melon men mental mentor merchant mercy merit merry metal metaphor metre
midday middle migrant mile miles military milk mill mind mine minister minute miracle mirror miss mister mix mob mock
mode model modern module molecule monarch money monitor monk monkey monster month moon more mosque most mother motor
motto mount mountain mouse mouth move much mud multiple multiply mum mummy murder muscle museum mushroom music must my
myself mystery naan nail name named nan narrator nation national native naturally nature naughty near nearly neck need
needle neither nerve nest network neutron never new newsletter next night nine no noble nobody noisy none nonsense nor
north northern nose not note notice nought noun nova novel now nucleus number numerator nurse nursery nut oak oath
object obviously ocean odd of off office officer often oh oil ok okay old olive olympic on once one onion online only
onomatopoeia onto opal open opera option or oral orange orbit orchestra order organ other otherwise our ourselves out
outcome outdoor outlaw outside oven over overall owl own ox oxygen pact pad page paint pal palace palm pan pancake
panel paper parade paragraph parent park parrot part particle partner pass passport past pasta pat path patience
patriot pattern patty pause pavilion paw pea peace peach peacock pear pearl peasant pebble peer pen pencil penguin
penny pentagon people pepper per percent perfect perhaps perimeter period person personify petal petrol phase phoenix
phone phonic photo photocopier photon phrase physical piano picture pie piece pig pigeon pigeonhole pike pillow pin
pink pip pirate pit pitch pizza place plague plan planet plant plaque plasma plate play player playground playtime
please plenary plot plum plural plus pm pocket podium poem poet poetry point pointless poison police policy polygon
pond pony pool poor pop poppy porch port portal possibly post poster potato poverty power practical practice praise
prayer precious prefect prefix prep press primary prime prince princess principal print prism prison prisoner prize
probably problem process prodigal product professional professor profile profit program programme progress project
projector prom promise pronoun proof proper prophet protest proton protractor proud prove public puddle pupil puppet
puppy purple put puzzle pyjamas pyramid quadratic quarter queen quest quick quiet quite quiz rabbit race radio radius
raffle rafter raid railway rain rainbow raise range ransom rap rat rather ratio raven ray read reader ready real really
reason rebel rebellion recall record recorder recount recovery rectangle red reed reef referee reflect reform refugee
reggae regime register rehearsal relay religion remain remainder remember remote repeat report reprographic republic
request rescue research reserve resistor resource respect response rest review revise revolt reward rhombus rhyme
rhythm ribbon rice rich ride right ring riot risk ritual rival river road rob robbery robin robot rock rocket rod role
roof room root rope rose rosemary rota round route routine royal ruby rucksack rude rug ruin rule ruler run rush rusty
sacrifice sad safe safer saffron sage said sailor saint sale salt same sand sandy sapphire satellite sausage save say
scandal scarf scary scatter scene scheme scholar school science scientist scout screen screenshot scribe script
sculpture sea seal season seat second secondary secret secretary sector see seed segment seizure self semi seminar
senate senior sense sensory service set settle seven several shadow shall shape share shark she shed sheep sheet shell
shield shiny ship shirt shoe shop short shot should shoulder show shower side siege sign silence silent silly silver
simile simple since sing sister site six sixth skeleton skill skirt skull skunk sky skyscraper slave sleepy slide sloth
slow slum sly small smart smelly smoke snack snail snake snow so social society sofa soft soil solar soldier solo
solute solvent some somebody someone sometimes song sonic sonnet soon sorrel sorrow sorry sort sound soup source south
southern space spade sparrow speak speaker spear special speech spell spend sphere spider spiral spirit sponge spoon
sport spot spring sprint squad square squirrel staff staffroom stage stair stall standard stanza star start starter
state stationery stave stay stealth steam stem step stick sticker sticky still stomach stone stool stop storm story
straight strait strand strange strategy straw stream street stretch strike string stripe strong structure student
studio study stupid style subject success such suddenly sue suffix sugar suite sultan sum summary summer sun sunflower
sunny sunset sunshine supply support surd sure surgery surprise survey swamp swan swap sweet swim swing switch sword
syllabus symbol synonym system table tablet tag tail take tale talent talk tangent tank tap tape target task tax tea
teach teacher teal team teamwork technique tell tempest temple ten tense tent term test text textbook than thank that
the theatre their them theme themselves then theory therapy there therefore these they thin thing think third thirty
this those though thought thousand three thrive through throughout throw thumb thunder ticket tidy tiger tilly time
timeline timer tiny tip tired tissue title to toad toast today toe together tomato tomb tombola tomorrow tone tonight
too took tool tooth top topic torch tortoise total touch tour toward towel tower town toy track tractor trade tragedy
trail train trainers traitor translate trapezium trash travel treasure treat treaty tree trench trial triangle tribe
tricky tried trip triumph trolley trophy trouble true trumpet trust truth tsunami tuba tuck tulip tunnel turf turn
turtle tutor tutorial twelve twenty twice twilight twin two type typhoon tyrant tyre ugly ukulele umbrella umpire uncle
under unfortunately uniform union unit united unless until up update upon upper upside upstairs us use usually vaccine
valley value vampire vault vector verb verse vertex very vicar victory video view village villain villanelle viola
violet violin virtual virus vision visit visitor visual voice volcano voltage volume volunteer vote vowel voyage wage
wagon wait walk wall wanderer war ward warm warrior was wash wasp waste watch water watermelon wave wax way we weak
wealth weapon weather web website week weekend weekly weight weird welcome well went were west western wet whale what
whatever whatsoever wheat wheel when whenever where whereas wherever whether which while whisper white whiteboard who
whoever whole whom whose why wicked wide widow width wife wifi wild will willow wind window wing winter wise wish witch
with within without wizard wobbly wolf woman women wonder wood woody wool word work worker workroom worksheet workshop
world worm worry worse would wow wrap write writer yard yeah year yellow yes yesterday yet you young your yourself
youth zebra zero zombie zone zoo
""")

# Words that have a capital by right: days, subjects, faiths, festivals, products, schemes, peoples and places.
PROPER = words("""
abba abbot aberdeen aberystwyth abingdon abuja accra accrington adidas adobe advent afghan africa african afro aid
albania aldershot aldi aleppo alevel alexa algeria allah alnwick alphablocks alps amazon amazonia ambleside america
american amritsar amsterdam andes andover android anglesey anglia anglican anglo antarctic antarctica apple apr april
arab arabic arbor arctic arduino argentina armada armenia armistice arsenal art ascot asda ash ashford asia asian astro
athens atlantic aug august auschwitz aussie australia austria autumn avenger aviv avon aylesbury aztec babylon bacc
badminton baghdad bakewell balham balkans baltic banbury bangkok bangladesh bangladeshi barbados barbie barcelona
barefoot barnardo barnet barnsley barnstaple baroque basildon basingstoke basque bath batley batman battersea bavaria
bbc beano beatles beccles bedale bedford bedrock beirut belfast belgium belgrade benchball bengali benin berlin
bermondsey berol berwick bethlehem beverley bhangra bible bideford biff billericay biology birkenhead birmingham bishop
bitesize blackburn bletchley blitz blooket blu bluey boardmaker bodmin bognor bolivia bolshevik bolton bombay bootle
bordeaux bosnia boston bourne bracknell bradford brae braintree brazil brecon brent brentwood brexit bridgnorth
bridgwater bridlington bridport brighton brisbane bristol brit britain britannica briton brittany brixham brixton
bromcom bromley bromsgrove bronx bronze brownies brussels btec bucharest buckingham bucks budapest buddha buddhist bude
bulgaria bunsen burma burnley bury buxton cairo calais california calpol cambodia camborne camden cameroon camhs canada
cannock canterbury canva canvey caracas cardiff cardigan caribbean carlisle carousel castleford catan catholic cbeebies
cello celt celtic cenotaph ceylon chad charanga chard chartist chatham cheddar chelmsford chelsea cheltenham chemistry
chernobyl chester chesterfield chicago childline chile china chippenham chorley christ christchurch christian christmas
chrome chromebook chronicle cinderella clacton clapham classcharts classdojo cleethorpes clicker clitheroe coalville
coca cola colne colombia colorado communist congleton congo consett copenhagen copilot coraline corbett corbettmaths
corby cork cornwall cotswold countdown coventry covid cowes cranbrook crawley crete crewe crimea croat croatia crocs
cromer croydon cuba cuban cubs cuisenaire cumbria cyclops cymraeg cyprus czech dagenham dakar damascus dane danish
danube darfur darlington dartford dartmoor daventry deal dec december decorum delhi denmark derby dereham derry desmos
detroit devizes devon dewsbury dhaka dharavi dharma didcot dienes disney diss diwali dobble dodgeball dogger dojo
domino domino's doncaster doodle dorset dover drama dresden driffield dropbox dubai dublin dudley dulce dulwich dundee
dunkirk duolingo duplo durham dutch ealing eastbourne easter eastleigh ebacc ecuador eden edexcel educake edulink
eduqas eedi egypt eid eire elizabethan ely emsworth encanto enfield england epiphany epping epsom eritrea eritrean
essex est estonia estyn ete ethiopia eton eureka europe european everest everton evesham excel exeter exmoor exodus
facebook fakenham fareham farnham fascist faversham feb february felixstowe fifa fiji filipino finland firefly flanders
flipgrid florida folkestone ford fortnite france french fri friday frisbee frixion frome frozen fulham gaelic galapagos
gallipoli galway gambia gamelan ganges garageband gateshead gaza genesis geneva geography georgia german germany ghana
gibraltar gillingham gimkit glasgow glastonbury gmail goa god goldilocks google goole gospel gosport gothic grammarly
grantham gravesend greece greek greggs grenada grenfell grimsby gromit gruffalo guatemala guernica guernsey guildford
guinea gujarati gurdwara guyana gypsy hackney hadrian's hailsham haiti haiyan hajj halesowen halesworth halifax
halloween hamburg hammersmith hanoi hanukkah haribo haringey harlem harlow harrogate harwich hastings hatfield hausa
havana havant haverhill hawaii hayle heathrow hebden hebrew hebrides hegarty helmsley helston hemel hereford herne
hertford herts hexham himalaya hinckley hindi hindu hiroshima hispanic hitchin hogwarts holi holland hollywood
holocaust holy holyrood honduras hong hoo hoover horsham hounslow hove huddersfield hull humanist humanities humber
humberside hungary huntingdon iberia iceland icelandic igbo ikea ilford ilfracombe ilkley imovie inca incan india
indian indonesia instagram internet ipad iphone ipswich iran iraq iraqi ireland irish islam islamic islington israel
israeli istanbul italy jakarta jamaica jamaican jan janeiro january japan jarrow java javascript jenga jericho jersey
jerusalem jesus jew jewish johannesburg jordan jorvik jul july jun june jupiter jurassic kaaba kabul kahoot kamikaze
kapow karachi kashmir kathmandu keele keighley kellogg's kendal kent kenya kenyan kerala kerboodle keswick kew keynes
kfc khalsa kiev kindertransport kindle kinect kingston kingswood kipper knowsley kong koran korea korean kosovo krakow
kristallnacht kuwait kyiv kyoto labour lagos lahore lambeth lancaster lancs lanka laos latin latvia launceston lebanon
leeds leek lego leics leith lent leone lesotho letchworth lewes lewisham lexia leyland leyton liberal libya lichfield
lidl lille lima limerick lincoln lindisfarne linguascope linux lionesses lisbon lithuania london lourdes lowestoft
lucozade ludlow luton lynx lyon mac macbook maccies macclesfield macedonia madagascar madrid magna maidenhead maidstone
makaton makkah makoko malawi malay malaysia maldives maldon mali malta malton malvern mandarin mandir manhattan
mansfield maori mar march margate marrakech marseille martinique marvel mastermind mastery math mathswatch matlock may
maya mayan mcdonald mcdonald's mecca mediterranean medusa medway melbourne melton memphis mentimeter mercury mersey
merseyside merton mesopotamia messiah methodist mexican mexico miami micro microbit microsoft milan milton minecraft
minehead minoan mis mississippi moana mogadishu moldova mon monday mongolia monopoly montenegro montserrat moodle
morecambe moroccan morocco morrisons moscow mozambique mumbai munich music muslim nairobi namibia nando naples narnia
nasa nazareth nazi nearpod nepal nepali neptune nessy netball netflix netherlands nevada newark newbury newcastle
newham newmarket newport newquay newsela newsround newton niger nigeria nike nile nintendo nirvana nobel norfolk norman
normandy norse northallerton northumbria norway norwich nottingham notts nov november nrich numberblocks numicon
nuneaton oakham oasis oct october ofqual ofsted oldham oman oracy oreo orkney ormskirk orthodox oslo oswestry ottawa
ottoman outlook oxford pacific paddington padlet pagan paignton pakistani palestine panama pandora paraguay parentmail
parentpay paris pashto passchendaele passover pathway peacehaven pearson pebble peckham pembroke pendle pennines
penrith pentecost pershore perth peru peterloo petersburg philippines philosophy photoshop pi pictionary pisa pixar
plasticine plickers pluto pokemon poland polish pompeii pontefract poole pope portakabin portugal powerpoint prague
preston prevent primark pringles pritt protestant prussia psalm punjabi purim puritan putney pyrenees python qatar
quaker quebec quizizz quizlet qur'an quran ramadan ramsgate rapunzel raspberry rastafari redcar redditch redruth reich
rekenrek replit rhine rhondda ribble richmond ringwood rio ripon roblox rochdale rocinha roma roman romani romania
romantic rome romford romsey rosetta rotherham rounders rugby rugeley runcorn russia rutland rwanda sabbath saddleworth
sahara sahel sainsbury sainsbury's salford salisbury saltaire samba samoa samoan sandhurst sandringham sandwell
santiago sat satan saturday saturn sawbones saxon scalextric scandinavia scilly scot scrabble scratch scratchjr
scunthorpe seaford seesaw sefton selby sellafield sellotape senate senco send sendco seneca senedd senegal seoul sep
sept september serbia settle sevenoaks severn seville shabbat shahada shalott shang shanghai sharepoint sharpie
sheffield sheppey shepton sherwood shia shona showbie shrek shrewsbury shrove siberia sicily sierra sikh simba sims
singapore sittingbourne skara skipton skittles slough slovak slovakia slovenia smarties snapchat snowdon snowdonia
solent solihull somali somalia somerset somme southend southport southwark soviet spain sparta sparx sphero spotify
spurs stafford staines stalingrad stansted stevenage stig stockholm stockport stockton stoke stonehenge stow stratford
strava streatham strictly stroud sudan sudbury suez suffolk suffragette summer sun sunday sunni supertato surrey sussex
sutton svalbard swahili swanage swansea sweden swindon swiss sydney sylhet synagogue syria syrian tabasco tack taiwan
talmud tameside tamil tamworth tannoy tanzania tapestry taskmaster tasmania tassomai taunton tavistock tees teesside
tehran telford tesco testbase tetbury tetris tewkesbury texas thai thame thames thanet thatcham thetford thirsk thorpe
thu thur thurrock thursday tibet tibetan tiktok tilbury tinkercad tipp tippex titanic tokyo tonga torah toronto torquay
tory totnes tottenham toyota trafford traveller trent triassic trinidad trinity troy truro tudor tue tuesday tunisia
turin turk turkey twi twickenham twinkl twinkle twitter tyne tyneside ucas uganda uk ukraine ulster ulverston unison
uno uranus urdu uruguay vaisakhi valencia valentine vaseline vatican vedas velcro venezuela venice venn venus verona
versailles vesuvius vienna vietnam viking virginia visualiser waitrose wakefield wakelet wales wallasey walsall
walthamstow walton wandle wandsworth wantage wareham warrington warsaw warwick washington watford wattpad wearside wed
wednesday weetabix wells welsh wembley wensleydale whatsapp whitby whitehaven whitley wickford widgit widnes wigan
wight wii wikipedia wimbledon windermere windrush windsor wirral witney wjec woking woolworths wordle wordpress
workington xbox xmas yahoo yemen yeovil yoda york yoruba youtube ypres yugoslavia zakat zambia zanzibar zealand
zimbabwe zoom zulu zumba zurich
""")

# Nobody but a person does this; a month or a country may do the second, and anything at all the third.
SAYS = words("""
said says asked asks told tells replied answered answers whispered shouted shouts muttered mumbled laughed laughs cried
cries smiled smiles nodded shrugged refused refuses wanted wants volunteered apologised sobbed giggled grinned sighed
swore sat sits stared argued argues explained explains suggested offered noticed knew knows thought thinks admitted
agreed insisted thanked hugged interrupted yelled begged confessed remembered wondered
""")
DOES = words("""
looked looks stood stands walked ran arrived stayed wrote writes drew read reads put raised held gave gives took threw
hit pushed kicked grabbed called calls helped helps tried tries managed struggled struggles finished started began
stopped kept joined missed forgot pointed shared enjoyed enjoys loved loves liked likes hated hid needed needs felt
feels spoke speaks talked sang played plays listened understood solved found brought left came comes went goes got gets
made turned moved chose worked copied learned learnt led spotted taught lent won lost can could will would might who do
does hates let set can't couldn't won't wouldn't doesn't don't
""")
IS = words("was is had has did wasn't isn't hadn't hasn't didn't seemed seems")
TO = words("""
told asked helped gave moved sent praised thanked watched reminded let met saw rang phoned emailed called beside with
put paired kept between thank dear
""")
WITHIN = words("in near into around across outside inside via")
WHENCE = words("from at to of past through")
TOLD = words("told asked helped reminded praised thanked phoned emailed rang")
TOWARDS = words("for to from about by and")
INFINITIVES = words("put hit read")  # as much as they are past tenses
ARTICLES = words("""
the a an this these those each every our your any no another some what which whose der die das den dem ein eine einen
ich er sie und im am mein meine le la les un une des el los las il mon ma mes du au
""")
STARTERS = words("""
then later when while so and but because if as after afterwards before once yet now today yesterday tomorrow tonight
meanwhile finally next also only even still maybe perhaps both with for to from at in on of by about since until unless
though although however instead later suddenly today eventually soon sometimes usually luckily sadly i she he we they
is was are were did do does has had have can could would should will what why how who where which that it not no yes
the this my our your his her their poor dear little
""")
KIN = words("twins brothers sisters siblings cousins")
CROWNED = words("""
king queen prince princess saint st pope emperor empress tsar mount lake river port fort great west east north south
saint castle loch isle cape hms archduke duke president lord camp operation treaty archbishop typhoon hurricane battle
""")
PLACED = words("""
school academy college primary street road avenue lane park house hall trust gallery museum university centre church
cathedral beach river bay hill club united town city castle abbey station cross high farm island bank sea theatre palace
""")
SEASONS = words("april may june august summer autumn art christian dawn holly")
UNLIKE_INITIALS = words("""
ac ad ag ai al am ao ap ar as at ba bc be bf bn bp cd ce ci cl cm cp cs ct cv db dc dj dm dr ds dt dv dvd ec ed ef em
en ep er eu ex fa fe ff fm fs ft ga gb gp gm gr ha hd he hi hm ho hp hq hr hs ht hw ia ib id ii ip iq ir is it iv ix kg
km ko ks kw la lb ld lg li lo lp ls lt ma mb mc md mg mi ml mm mn mp mr ms mt my na nb nc ne nf ng nh ni no np ns nt nz
oc ok ot ow pa pb pc pd pe ph pi pj pl pm pp pr ps pt pv qa qr ra rd re rf rm rn rs rt sa sb sc sd se sf sg sl sm sn so
sp sq st sw ta tb te ti tn tt tv uk un us usa uv va vc vi vip vr vs wb wc wi wo wp ww xi xl xx yr
""")
LABELS = words("""
option point set team vitamin grade group class part plan section paper question column row cell angle line side vertex
level type figure variable band table block room unit key drive exercise task example statement box card note string
chord triangle letter phoneme sound hepatitis capital size house form year the a an grades letters points lines sets of
""")
MARKS_TOO = frozenset("bcdefuvxyz")  # letters that are marks, answers and unknowns as well
