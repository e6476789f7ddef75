"""Words that are no names although they have a capital letter, and words that make a name of the one beside them.

Written from general knowledge, in small letters and without accents; capitals.py says how they are used. Plurals are
left out, and so is what capitals.py knows by its ending (`-ing`, `-shire`). Some of them are first names as well:
`will`, `jordan`.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that have no capital by right, but get one in the names of things, in titles and at the beginnings of lines.
ORDINARY = words("""
school ground cookery are port meanwhile form third inspector irony raffle knowledge carpet make nation saint monk bank
stage pat lamb alkali decimal go tunnel parent puddle butterfly senior herself it zone street evaluate sword book
vaccine write grow fifth video register flow lest eco your reason sage care swap pizza prisoner deputy land child liver
bursar overall lizard revise tomb none laugh poet see wheel corner rod spade social literacy duck himself craze miss
tea few attitude breaktime integer sphere whatsoever pigeon rucksack scene monkey explore best revolt median paw point
senate each new instead nurse whale bay bull core wool camel doc shape squirrel god twice roof sacrifice newsletter
word mountain fungus pad rhythm be interview rather passport grammar heather podium small verb stone true design double
peace professional weight glory safe event dad sunset youth order circus solute profile if text disco refugee trouble
metre stool look snack ape reflect brave merry sonnet guitar herb hub sultan would bazaar request stupid cold cupboard
earth focus hi visitor dirt strong soon dictionary jar way invader quadratic county standard sculpture cove lottery
toad month one ice dish kitten inside rain paper yet hmm culture bun pear lab busy speaker jazz robot hunter personify
robin pass fortune named compass process genre uniform mouse resistor answer got hexagon governor solo tomorrow don
quarter silver jump actually harvest industry circle stay rescue ruler wolf barrier cotton escape sparrow worry disease
tree monarch strait galaxy take drag wobbly volcano desert game girl national part calculate over recovery auntie ghost
sugar histogram ocean whole alien although bake sapphire poison inner enterprise intent structure attack police hero
neck firework tonight electron couple before nerve football director code he talk murder nut column lovely her program
rosemary eleven hay treaty elf peach spring nova history no queen most daily camp kick tell travel motor climate
blessing ant cell chip swim finger salt goose steam possibly phonic javelin i kitchen timeline symbol handbook face
company martyr once strategy phase bike tutorial cornerstone artist computer scary goal string bee farmer doctor data
visual ourselves people skunk cream very society hurdle bold edge important tired clay sloth dragon gallery or rainbow
barn turn yesterday loan river therefore buddy money rat quest eighteen ransom nine algebra through chat train organ
typhoon holly back that though across least fire toward photon penguin play mind world sense gentleman mock warrior
empty fourth wind own zoo comic pavilion machine command theme apparently enjoy spirit plant throw inset narrator of
photocopier rebellion fifty welcome main weird context robbery therapy playground pal chemist riot swan zebra ball
explorer protractor iron zero any homophone puppet vicar extra teach need wow better create cycle body top while max
crisp clause sailor post race nearly orange chair wagon outside entry glove above job lavender valley globe rest worker
put drive matron get jack sure coast title tooth metal map coat poetry lily stealth slide energy club network proton
tilly broadcast adult ruin name coach role concert could frankly film a ion an quick josh tip several calculator forest
wing willow oil show fest acid carousel profit siege spell desire staff nought count dinner end hut bookshelf chunk
thought rose wish leopard duchess circuit tale republic espresso dust practical guilt mat yourself hard module light
man favourite gas shower discover grid surprise palace ritual scribe ark crow dynasty now drill three precious act jade
dear there path early jigsaw together treasure multiple raid indeed many blue shoulder however battle hole parade ride
made spoon average the risk women give duty pit owl sensory soldier egg local routine factory trolley tombola say front
slave within friar room challenge date poppy scholar teacher swamp discuss dirty am noble pea ratio track rap outlaw
death open northern noun window genocide chapter white nonsense stop vertex tempest ivory branch north cinema general
engine nose usually will perimeter cloth squad little west hat pupil goodnight choir corn grease laurel car chain
island canteen moon clean whisper heavy eve tsunami pitch tractor straight truth red contract minute jean native call
pearl emperor scientist space talent during committee leaver begin tortoise translate four week common about rhyme
brick mile range fairy run drew dream league journey trial viola vault stall cap syllabus church cow those stave policy
phoenix literature blackboard sleepy mix headline leaf patience prize watermelon habitat petrol recall insect poor art
seat sticky colour onomatopoeia save royal violet frog opal where bacteria mercy cousin worse sale anybody music
reprographic turf giant worksheet cube trainers nobody step otherwise express tag tuck also thumb skyscraper bridge
bowl proud thin interest fund curtain silly sector green assistant food coordinator sponge ditch draft group relay leg
bonfire weak web half this either sun trapezium pattern grass awful massacre aunt mirror know whereas you cook high
trade not democracy wife parrot never sticker pip global charity tent cherry puzzle whom smoke exposure tower ok tank
wise particle mister themselves upside launch gran dot flat soil vampire another hill mason thrive six park him fine
pan twin behaviour target oven monitor museum conclude soup lane two fuel infant hollow read again anglo onto lost
smelly widow listen outdoor sort cause near down other sum seminar plus worm south secret leap brush list shop shark
without screen cure life love fruit faculty purple fly medium fete tried believe everyone has yes review spider ray
quiet since grandma tour zombie institute low writer arm whose outcome bronze thunder every brother door war surd seven
studio homework habit union mill hand support rebel poverty lord heart story proof mark value hence tax junior hood
short spot recount did midday day ever find shadow young skirt for drum freckle which jungle woman card chemical wall
fawn degree divide pencil we mask nest rude warm kangaroo sonic hidden project square rival remote grant until suddenly
sometimes what apple strange my ham tissue temple home hurricane itself topic capital scandal brain remainder safer
clock headteacher real hedgehog detail going who cave file naan harbour deep afterwards just crown sea secretary rocket
liberty booklet jelly nucleus engage earthquake winter throughout market large pyjamas alarm crisis fair honey master
eye silent prefix hooray often only finish service further myself heat bear enemy mummy scatter really year grandpa
library same board slum goat sister explain sandy must pm banner festival prefect workshop free daughter fun staffroom
wizard defeat watch sweet funny mayor unit hockey radio clue product sofa shed plague men pasta page plum then nan
hammer reed budget nature king option boat beach spend went curriculum judge naturally can teamwork walk lobster
naughty soft having at waste lion lens exhibit oral locker junk lounge atom motto donkey pop they grandad eventually
formula dictator skull plan speak tragedy media shoe puppy sport fog essay seizure flag wax lung survey axis case
future visit gym torch penny weather migrant fixture seal framework odd special argue radius reform hen remember ear
problem lunchtime crusade equal freedom simple pig blues eagle route folk arrow decade east coursework volume hangout
style mine pepper gold kite prove civil conflict hope pond industrial hotel scarf snow had basket centre exam porch
discus flower hippo person surgery all ribbon cliff fifteen display friend projector sky noisy okay choice button photo
so bean knight academy cape swing extended country upstairs log cloakroom wonder hound shirt public pyramid past weapon
tail width root given monster because stem why bubble add rice move march some cat planet let article skill factor
voltage please sorry bird paragraph site bullet honest rectangle guide been quiz sad under box pen perfect playtime
champion cosmic sheep workroom turtle draw wait dog western snake wanderer oh officer crab thousand course silence
southern concept numerator merit well archer lover number sue always stationery hair on analysis expert virtual stanza
court plasma praise aim miles formal picture trust needle rehearsal still respect stretch granny share kind voice
council vector middle afternoon mount blazer oath principal line long bucket joy pentagon after angry plate district
coin neither second growth night timer regime pirate less partner compare indoor vision wasp both supply magnet action
craft skeleton self poem patty farm horse independent laptop notice multiply opera trash total suite index weekend
kettle lucky lime meal baby forum sunflower print wave chicken chief fish butter shell final last sound online trophy
triumph in starter between atrium said manager military tidy stick lake chance away pronoun bomb dialogue lamp pin
medicine ruby phrase tyrant border pillow amber empire chaos simile bayonet yeah someone plot birthday cage gun
caterpillar proper denominator hare faith ban portal umpire beetle nor wifi rusty gang whether rug whiteboard corridor
and virus garden sand carol candle model by success cathedral cylinder language touch phone update scheme diamond medal
tricky cannon prep luck dinosaur tool stream sausage research diffuse volunteer prison shall mass pocket bread storm
vote fence tablet secondary city towel dolphin frost grape plenary pact loud debate onion press spiral blood marina
first grace village exile yellow right poster grief bath fable estimate funeral pancake lower reggae how mushroom
potato response crowd strike into field she raven twelve hazel modern cloud doom pony ward molecule pointless justice
physical period folder black promise raise cup chord hook twilight textbook shot email fact knee meet muscle happy
tribe rota palm key gift learn saffron nail diagram speech cross rob patriot here debt feather villain ukulele five
almost milk join metaphor loyalty hungry fast maybe nursery quite them tone breakfast strand layer classroom head lady
twenty dozen duke toe done tiger lesson gala change floor star dean children protest referee town mother stair heath
petal primary genius captain power hospital wide enzyme law everybody fayre learner charge band block ladder plural
start elephant their side rafter toast synonym trench shield neutron beam work merchant report angle pebble fresh
describe thing prism yard cover wash tape leisure letter office semi rule was eight source length prom like per student
rock drop should stomach knife desk hunt team graph next sunny harmony hymn tangent hundred religion beanstalk area
banana pool lunch citizen bone hawk ugly voyage prodigal clever leader minister pike carnival scout tyre professor
whoever match house seed princess reserve tuba reader remain joint jam orchestra upper medieval fleet today polygon
state melon type railway from customs when wealth too stripe sixth miracle holiday besides smart resource legend mental
college lance were theatre hunger sorrow to task ivy subject road witch level check wicked bring tiny clown loss
caretaker sly panel script trip satellite elite table higher unfortunately rich whatever mum old imagery repeat golden
system chart help trumpet consonant crew summer bingo umbrella novel uncle but more mentor mode view mean dance united
summary hour website up test toy bot recorder player science drink sorrel round cabinet digit teal our sheet wood tulip
segment upon glass suffix hall sing off digital ten screenshot probably gate class foot programme than rhombus spear
landlord health wherever collins plaque bar fort clip snail slow gig flip break out took song lips orbit sign famine
horn sprint brown colleague even villanelle ring cake horrid below piece base castle woody study bed pie jasper us arch
peasant checklist whenever much century wage great keyword fieldwork pause link does straw human these wheat rush
olympic leave lantern prayer ticket ox mob kingdom solvent anyone rope family verse ensemble adviser carrot chocolate
tap being bishop object oak use magic fate adverb good practice ask exit cafe unless progress error estate solar bag
mud theory set obviously journal oxygen kid wrap behind settle sunshine violin chase fork gradient mouth peacock water
switch flood frank left rabbit reef place bill big prophet season tense peer prince ready magma control technique dry
think traitor father paint crystal biscuit have lecture manor treat tomato flute piano idea apology classic flashcard
term me time wet pink lemon dress victory grade prime thank lead trail ship mosque perhaps keep live somebody crime
vowel lots record do example diary thirty triangle connect exercise such note wild later meat guard award bottle matter
reward anger else with mystery kit tutor pigeonhole comma weekly deal shiny bus crocodile percent
""")

# Words that have a capital by right: days, subjects, faiths, festivals, products, schemes, peoples and places.
PROPER = words("""
lambeth niger huntingdon linguascope aleppo imovie crimea nazi skittles matlock dartmoor belgium tilbury richmond
bosnia geography netherlands polish badminton tokyo asda mansfield sikh northumbria venezuela sparx hexham newport
chrome instagram sierra ealing ormskirk christmas cbeebies alnwick mayan hausa johannesburg kyiv saxon hull maccies
shrek eid cardiff ipswich anglesey educake dereham macclesfield senate sandwell horsham yemen saturday btec jul aztec
hastings workington god valencia corby beirut december snowdonia harlem severn muslim consett nov pearson norwich
southport tyne petersburg uno hereford gosport braintree didcot latin kinect romsey poland manhattan asian snowdon sat
devizes bhangra karachi fortnite liberal basque clicker bombay herts rocinha halesowen halloween havana windsor
budapest kerala aldershot pembroke ganges netflix aberystwyth pennines glastonbury dhaka montserrat letchworth brownies
childline tehran bulgaria billericay peru belgrade synagogue sheppey devon brixton camden jesus cranbrook darlington
marseille google portugal quizlet rekenrek cumbria sabbath portakabin taiwan est february orthodox sudan folkestone
boston catholic scunthorpe greece haribo himalaya lancs launceston dane mexico barcelona newton hispanic stoke nasa
galway rosetta psalm medway hindu christchurch everton colne saddleworth jamaica zimbabwe kindle bavaria slough bedrock
june maidstone punjabi weetabix perth numberblocks hounslow incan prague talmud january filipino slovak purim cola
greek kashmir castleford caracas bude zulu dharma chile brexit gimkit kingston avon lexia javascript mesopotamia dorset
venn lidl brazil geneva norman suez cubs hanoi quran hammersmith eedi ashford hackney edexcel cenotaph flipgrid eureka
july bromley tewkesbury hindi tanzania ipad accrington milton barbie nrich dubai lyon cuba duolingo paraguay bengali
jakarta mastermind alexa bbc newham palestine uruguay classcharts copenhagen moodle pritt georgia chelmsford parentmail
mis cromer ilkley kong desmos crawley exeter stansted trinidad oswestry arbor firefly ford ecuador aviv austria pisa
lithuania qur'an wearside garageband berwick wimbledon guildford kendal roblox cymraeg windrush wensleydale barnet
ludlow samba dunkirk britannica unison carousel frome twickenham bangkok cyprus martinique sunni jan thai delhi
morrisons visualiser grenfell cambodia ukraine france mandir wales bridgnorth maldon haringey netball fiji florida
fulham thurrock thatcham berlin rastafari salford knowsley bristol tibetan laos bakewell lichfield texas humanist
friday java prussia protestant ash balham dec beatles dulwich lewisham vatican driffield chesterfield auschwitz witney
christian tibet warrington guatemala titanic northallerton hemel paris lagos minecraft gibraltar amazon gurdwara tetris
thursday sandringham oasis kosovo croydon sevenoaks gateshead kamikaze dover showbie darfur mediterranean kristallnacht
corbett wikipedia krakow bolton tippex woking redcar hebrew putney ofsted kew kuwait shepton whitehaven tonga keynes
penrith exmoor wordle faversham tesco bolshevik whitby europe feb bideford thur nairobi jenga encanto lent monopoly
holland barnsley syrian inca malay scilly bible benchball keele torah southend khalsa melbourne halesworth shanghai
newsela edulink rotherham welsh jurassic dudley abba burma toronto telford primark ringwood chelsea tiktok naples micro
chernobyl dublin wirral hegarty puritan mississippi thirsk celtic arduino ambleside hebrides africa eritrea philosophy
art jordan photoshop pringles spain mcdonald's durham tavistock barnardo paddington everest morecambe music pentecost
tetbury lima hungary jupiter tudor nessy aug twinkl farnham dundee vesuvius kent internet buxton goole sun newcastle
china seoul dresden hogwarts arctic lourdes luton baghdad vaseline cheltenham staines streatham cardigan barefoot
bridgwater lesotho rounders senedd ulster emsworth stockholm seaford canada marrakech guyana tyneside armenia tinkercad
mcdonald brighton turkey cinderella essex moscow spurs tuesday nearpod selby anglo montenegro normandy zealand japan
guernsey walton velcro solent virginia ottoman lowestoft blitz french kyoto advent dulce romani paignton moldova venus
august rome argentina hoover thames uk roma thetford gillingham merton gaelic bronze lionesses skara preston felixstowe
barnstaple wickford microsoft sainsbury makoko oracy oct raspberry elizabethan xbox plasticine abbot powerpoint canvey
watford sussex maidenhead scratchjr andover aussie dewsbury alevel passover caribbean indonesia flanders alphablocks
merseyside kiev narnia canterbury jewish pictionary apple viking smarties traveller brentwood leone senco mentimeter
blu pixar tipp tack bognor antarctica leeds camborne rapunzel huddersfield rugeley buckingham troy rwanda romford
newsround neptune tees samoa israeli namibia heathrow zambia jarrow hebden kabul brent strictly seville makaton thame
nirvana mercury hajj derby bradford sawbones benin malvern pagan greggs ulverston woolworths minoan gruffalo seneca
holy goldilocks nigeria wii tunisia passchendaele amritsar widgit qatar sefton april sudbury allah leek blackburn
oakham jun atlantic mali marvel basingstoke valentine wordpress yoruba newark slovenia hadrian's lewes grantham calais
skipton dojo sharepoint york pi orkney lisbon cameroon balkans android mastery autumn ypres apr ete twitter gambia
quebec lucozade hollywood medusa somalia korea stratford bromsgrove shrewsbury brussels trent dobble ebacc croat
chronicle american eritrean testbase chester reich danish teesside bedale aberdeen pakistani wattpad november labour
suffolk iran methodist america notts armistice helmsley bermondsey haverhill basildon islam romania ilford guinea
ribble hawaii babylon bracknell bourne estyn pluto istanbul macedonia ramsgate philippines vietnam turin gmail malta
zakat cornwall wells satan abingdon igbo denmark nike madrid lille yoda germany communist clacton outlook irish belfast
rutland iberia cannock hamburg camhs sheffield washington pacific iphone mathswatch widnes munich shona pompeii calpol
california peckham march pathway bangladesh sept shrove taskmaster epping mumbai morocco hayle pope swahili thanet
zumba tassomai svalbard sandhurst slovakia lanka croatia covid malawi coraline waitrose stonehenge bronx walsall oxford
scandinavia cowes birkenhead wed gypsy samoan arabic enfield bluey mon facebook german zanzibar lynx genesis albania
accra peacehaven shia vaisakhi leics aldi moroccan zoom mongolia cyclops chad thu bromcom bletchley beverley gamelan
finland stow harlow lindisfarne tottenham sphero romantic berol excel mogadishu bridport urdu burnley tameside
singapore math nepal bolivia kaaba sparta walthamstow iceland ucas wjec cairo leyton chicago holocaust turk sellotape
algeria madagascar copilot bordeaux jericho chatham pashto fareham frixion senegal astro hove chard eton glasgow doodle
kfc brit moana nepali chartist tapestry stalingrad russia sharpie indian humber siberia hailsham shahada fri warsaw
runcorn hatfield detroit vienna congleton humberside redruth charanga bacc chorley swansea supertato newmarket soviet
scrabble iraqi abuja sweden cleethorpes ofqual britain send fakenham sutton lahore swiss plickers harwich bitesize brae
sherwood gallipoli wight drama dharavi saturn prevent yahoo bath may hertford wembley baroque monday dropbox cheddar
roman numicon frisbee kingswood sendco london australia mersey scot india easter leith kindertransport stroud norse
gravesend norway clapham snapchat thorpe lebanon shabbat panama ottawa somali decorum oreo islamic koran whatsapp
grimsby arsenal cork sicily dodgeball trinity eastbourne september stockton crocs bridlington asia bethlehem uganda
nile sunday linux mozambique syria oldham epsom evesham briton wandsworth saltaire solihull coalville guernica crete
athens estonia tamworth sylhet dogger vedas honduras southwark congo windermere cuban herne melton keswick korean ascot
eden swindon simba diss eduqas ireland wakefield minehead bedford dakar replit batley maldives rio nuneaton grammarly
norfolk pebble cuisenaire mandarin newbury lincoln ramadan exodus ikea haiti scratch ethiopia peterloo kipper oslo hong
verona coca torquay grenada malton cello adobe kahoot anglia nintendo yugoslavia dartford ely gospel sydney danube
twinkle somme eastleigh sainsbury's ilfracombe gromit bangladeshi african tannoy epiphany nottingham latvia quizizz
sahel afro pandora nobel czech rhine italy birmingham tue taunton limerick doncaster jorvik swanage aylesbury crewe
biology galapagos pokemon jew hitchin iraq strava duplo egypt dutch barbados shalott ceylon mecca messiah wigan lego
canva sittingbourne kellogg's amsterdam wandle maya versailles stafford banbury bunsen spotify kathmandu frozen nando
shang sims disney newquay santiago october warwick england summer xmas nevada gujarati antarctic humanities twi pendle
kapow memphis brixham batman mexican whitley derry kenyan uranus chromebook wareham pyrenees damascus redditch biff
triassic fascist dienes colombia bootle domino's haiyan jamaican totnes avenger hanukkah mar clitheroe libya macbook
holyrood tasmania classdojo fifa margate carlisle rugby truro scalextric serbia kerboodle corbettmaths harrogate beano
leyland ripon battersea arab blooket nazareth hiroshima somerset bury salisbury brisbane halifax miami boardmaker
dagenham sahara sep christ stevenage beccles islington tory suffragette adidas hoo jerusalem brittany sellafield
rhondda colorado holi zurich coventry mac bishop buddha kenya domino amazonia aid eire wednesday rochdale youtube
janeiro seesaw maori wantage countdown havant settle daventry diwali stockport poole toyota magna gothic icelandic
catan oman ghana goa pontefract israel afghan quaker brecon stig python malaysia european hinckley tamil alps bucharest
celt andes bodmin trafford venice armada cotswold pershore lancaster wallasey jersey helston parentpay surrey makkah
buddhist tabasco keighley chippenham microbit gaza padlet anglican baltic bucks milan deal yeovil chemistry wakelet
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
