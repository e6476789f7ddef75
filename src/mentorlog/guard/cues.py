"""Words by which a sentence shows who is a person in it, and the longer lists in `words/`, read when they are needed.

Written from general knowledge, in small letters and without accents; capitals.py and persons.py say how they are used.
"""

import pkgutil
from functools import cache


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def lines_in(name: str) -> tuple[str, ...]:
    """The lines of a list in `words/`, without its remarks."""
    text = (pkgutil.get_data("mentorlog.guard", f"words/{name}.txt") or b"").decode("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in `words/`."""
    return words(" ".join(lines_in(name)))


# Nobody but a person does this; a month or a country may do the second, and anything at all the third.
SAYS = words("""
said says asked asks told tells replied answered answers whispered shouted shouts muttered mumbled laughed laughs cried
cries smiled smiles nodded shrugged refused refuses wanted wants volunteered apologised sobbed giggled grinned sighed
swore sat sits stared argued argues explained explains suggested offered noticed knew knows thought thinks admitted
screamed sang wept yawned coughed sneezed spat knelt blushed stammered stuttered sulked slouched scribbled doodled
fidgeted chewed agreed insisted thanked hugged interrupted yelled begged confessed remembered wondered
""")
DOES = words("""
looked looks stood stands walked ran arrived stayed wrote writes drew read reads put raised held gave gives took threw
hit pushed kicked grabbed called calls helped helps tried tries managed struggled struggles finished started began
stopped kept joined missed forgot pointed shared enjoyed enjoys loved loves liked likes hated hid needed needs felt
feels spoke speaks talked sang played plays listened understood solved found brought left came comes went goes got gets
made turned moved chose worked copied learned learnt led spotted taught lent won lost can could will would might who do
does hates let set didn't hasn't can't couldn't won't wouldn't doesn't don't
""")
IS = words("was is had has did wasn't isn't hadn't hasn't didn't seemed seems")
TO = words("""
told asked helped gave moved sent praised thanked watched reminded let met saw rang phoned emailed called beside with
put paired kept between thank dear sat by beside behind noticed mentioned said
hit pushed kicked hugged teased taught calmed ignored lent showed poked shoved tripped chased joined choose chose picked
followed copied distracted annoyed upset pulled
""")
WITHIN = words("in near into around across outside inside via")
WHENCE = words("from at to of past through")
PARTICLES = words("van von de der den da do dos di du el al la le bin ibn ben bint ter mac mc")
TOLD = words("""
told asked helped reminded praised thanked phoned emailed rang gave give lent showed taught let hugged hit pushed chased
joined paired teased
""")
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
ARE = words("are were have had did do aren't weren't haven't hadn't didn't don't")
PLURALS = words("""
works plays reads shows looks needs walks talks calls stands starts stops turns tries helps shares moves likes loves
lies acts answers cards checks counts marks plans points questions records notes tests types waves wishes watches
""")  # as much as they are what one person does: `Mark schemes`, `Hope plans`
CROWNED = words("""
king queen prince princess saint st pope emperor empress tsar mount lake river port fort great west east north south
saint castle loch isle cape hms archduke duke president lord camp operation treaty archbishop typhoon hurricane battle
""")
STREETS = words("""
school academy college primary street road avenue lane museum university centre cathedral station castle island hospital
theatre square crescent terrace stadium library gardens hotel community nursery river bridge
""")
PLACED = words("""
school academy college primary street road avenue lane park house hall trust gallery museum university centre church
cathedral beach river bay hill club united town city castle abbey station cross high farm island bank sea theatre palace
drive close crescent grove terrace gardens square court row mews rise walk green common fields valley dale moor woods
forest library hotel stadium arena leisure pool federation alliance council borough nursery infants juniors community
bridge lake lakes loch mill quay market barn lodge manor cottage gate arcade pier tower towers head plan act day week
award prize method model theory law laws theorem effect scale test experiment cycle taxonomy maths science studio press
""")
SEASONS = words("april may june august summer autumn")
UNLIKE_INITIALS = words("""
ac ad ag ai al am ao ap ar as at ba bc be bf bn bp cd ce ci cl cm cp cs ct cv db dc dj dm dr ds dt dv dvd ec ed ef em
en ep er eu ex fa fe ff fm fs ft ga gb gp gm gr ha hd he hi hm ho hp hq hr hs ht hw ia ib id ii ip iq ir is it iv ix kg
km ko ks kw la lb ld lg li lo lp ls lt ma mb mc md mg mi ml mm mn mp mr ms mt my na nb nc ne nf ng nh ni no np ns nt nz
oc ok ot ow pa pb pc pd pe ph pi pj pl pm pp pr ps pt pv qa qr ra rd re rf rm rn rs rt sa sb sc sd se sf sg sl sm sn so
sp sq st sw ta tb te ti tn tt tv uk un us usa uv va vc vi vip vr vs wb wc wi wo wp ww xi xl xx yr os
""")
LABELS = words("""
option point set team vitamin grade group class part plan section paper question column row cell angle line side vertex
level type figure variable band table block room unit key drive exercise task example statement box card note string
chord triangle letter phoneme sound hepatitis capital size house form year the a an grades letters points lines sets of
""")
MARKS_TOO = frozenset("bcdefuvxyz")  # letters that are marks, answers and unknowns as well
IDIOMS = {"penny dropped", "hope springs", "hope faded", "dawn broke", "will came", "grace period", "art works"}
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
)
ROLES = words("senco sendco hlta lsa ect dsl hod hoy slt")
