"""Word lists for names: words that are never part of one, titles and roles, head words of organisations and places."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


# Closed-class words and sentence openers: capitalised by position or by title case, never a name by themselves.
FUNCTION_WORDS = word_set(
    """one two three four five six seven eight nine ten eleven twelve hundred thousand dozen a about above absolutely
    according across actually additionally after afterwards again against ago albeit all almost alone along
    already also alternatively although altogether always amid amidst among amongst an and another any anybody
    anyone anything apparently are around as aside asked at away based be because been before behind being
    below beneath beside besides between beyond both briefly but by can certainly clearly consequently conversely
    could currently definitely despite did do does done down due during each earlier either else elsewhere
    enough especially even eventually ever every everybody everyone everything evidently except few finally first
    firstly following for former formerly fortunately fourth frequently from further furthermore generally given
    god gone had has have having he hello hence her here hers herself hi him himself his hopefully how however i
    if in including increasingly indeed initially inside instead into is it its itself just last lastly late later
    latest least less let likewise many may maybe me meanwhile might mine more moreover most mostly mr much must
    my myself namely near nearby nearly neither never nevertheless next no nobody none nonetheless nor not nothing
    now o obviously of off often oh ok okay on once one only onto or originally other others otherwise our ours
    out outside over overall partly per perhaps please possibly presumably previous previously probably quite
    rather really recent recently regarding respectively secondly separately several shall she should similarly
    since so some somebody somehow someone something sometimes somewhere soon still strikingly subsequently such
    suddenly than thank thanks that the their theirs them themselves then there thereafter therefore these they
    thirdly this those though through throughout thus till to today together tomorrow tonight too toward towards
    under unfortunately unless unlike until up upon us usually various very via was we well were what whatever
    when whenever where whereas wherever whether which whichever while who whoever whom whose why will with within
    without would yeah yes yesterday yet you your yours yourself"""
)

# Never part of a name in running text; "May", "March", "April", "June" and "August" may be a person's.
CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february july september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gmt utc
    est edt bst cet"""
)
MONTHS_OR_NAMES = word_set("""may march april june august""")

COURTESY = word_set("""dr mr mrs ms prof mx""")

# A title or role that stands before a person's name, capitalised or not.
ROLES = word_set(
    """president vice-president premier chancellor minister secretary ambassador envoy governor mayor senator
    congressman congresswoman congressperson representative deputy lawmaker councillor councilor alderman
    commissioner chairman chairwoman chairperson chair chief director manager head leader founder co-founder
    officer spokesman spokeswoman spokesperson general lieutenant colonel major captain sergeant corporal private
    admiral commodore commander marshal brigadier lt col gen maj sgt capt adm cmdr brig cpl pfc spc pvt sen rep
    gov rev hon supt insp det judge justice attorney lawyer prosecutor solicitor barrister sheriff detective
    inspector superintendent constable professor doctor nurse surgeon scientist engineer economist historian
    analyst researcher strategist author writer journalist reporter correspondent editor columnist anchor
    presenter broadcaster photographer producer activist campaigner king queen prince princess emperor empress
    duke duchess earl baron baroness count countess lord lady sir dame sheikh sheik emir sultan imam ayatollah
    mullah rabbi pope cardinal archbishop bishop father reverend pastor saint coach striker midfielder goalkeeper
    defender forward captain winger actor actress singer comedian rapper director ceo cfo coo cto md chieftain
    warlord militant widow wife husband son daughter brother sister mother uncle aunt cousin nephew niece friend
    expert adviser advisor aide veteran dissident diplomat legislator negotiator mediator resident witness
    survivor farmer teacher student pilot driver hostage suspect defendant candidate nominee"""
)
# Words that qualify a role ("Deputy Foreign Minister") and fall with it.
ROLE_MODIFIERS = word_set(
    """former ex deputy vice acting interim foreign prime interior finance defence defense defensive health education
    justice energy trade culture transport environment agriculture labour labor home press senior junior chief
    assistant associate executive managing general special top supreme lead leading then crown first lieutenant
    major brigadier attorney district police fire staff retired permanent principal co opposition party research
    team incumbent high outgoing newly-elected late veteran"""
)
# After a role: "Secretary of State", "Minister for Trade", "Chief of Staff", "Chief Executive".
ROLE_COMPLEMENTS = word_set(
    """state defence defense foreign affairs finance trade health education justice interior labor labour energy war
    treasury commerce agriculture transportation transport veterans staff security general home police executive"""
)

ORG_HEADS = word_set(
    """military parliament ministry department agency agencies bureau office commission committee council authority
    administration directorate secretariat parliament assembly congress senate court tribunal university college
    institute institution school academy faculty hospital clinic laboratory laboratories labs lab centre center
    foundation trust fund endowment association society union federation confederation league alliance coalition
    organisation organization group network movement front party brigade brigades battalion regiment division army
    navy force forces fleet squadron corps command guard guards militia police service services intelligence corporation
    company bank holdings industries technologies systems solutions partners airlines airways motors electric energy
    telecom media news times post journal tribune herald gazette chronicle observer telegraph guardian magazine
    television radio tv press broadcasting studios entertainment club team united observatory initiative programme
    program project treasury government regime cabinet embassy consulate mission church inc ltd llc plc corp co
    gmbh ag nv sa bros sons works medical healthcare hospitals hotel hotels insurance foods steel oil gas
    petroleum mining chemicals software marine aviation aerospace engineering construction properties capital
    ventures consulting research orchestra choir museum theatre theater opera gallery branch unit marines airmen
    consortium cooperative exchange board chamber monitor watch international analytics dynamics robotics
    pharmaceuticals airways railways railway shipping logistics councils factory mill refinery imaging courier
    ledger daily mail express wire newswire echo examiner inquirer dispatch mirror"""
)
# With "of" or "for" after them, an organisation's name goes on: "Ministry of Health", "Observatory for Human Rights".
ORG_OPENERS = word_set(
    """ministry department agency bureau office commission committee council authority directorate secretariat court
    university college institute school academy faculty hospital laboratory centre center foundation trust fund
    endowment association society union federation confederation league organisation organization group network
    movement front party bank board chamber observatory initiative programme program council government house
    church brigade army"""
)
LOC_HEADS = word_set(
    """river sea ocean facility gulf strait straits bay lake island islands mountain mountains hills valley
    desert peninsula
    coast canal channel dam bridge airport airfield airbase port harbour harbor province region district
    governorate county prefecture oblast city town village square street avenue road boulevard highway border
    crossing camp park forest plain plateau heights territory territories base station barracks prison castle
    palace mosque cathedral basin delta cape reservoir glacier gate tower wall emirate republic kingdom"""
)
LOC_OPENERS = word_set("""mount lake cape fort camp port gulf strait bay isle river republic kingdom city""")
OTHER_HEADS = word_set(
    """war wars act treaty agreement accord accords convention protocol resolution operation summit conference
    festival cup championship championships olympics games prize award awards election elections crisis revolution
    uprising spring day week month year christmas easter ramadan bible koran quran law bill plan code charter
    covenant declaration report review storm hurricane typhoon cyclone pandemic age era century language dialect
    book index time order resolutions strategy doctrine directive project deal pact series show tour open"""
)
NOT_ORG_ACRONYMS = word_set(
    """TV PC AI IT PR HR VIP CEO CFO COO CTO GDP GMT UTC EST AM PM DNA RNA HIV AIDS DIY FAQ Q A OK ID PDF HTML URL
    GPS IED VBIED IEDS VBIEDS WMD POW MIA KIA SUV UAV ATM VAT RSS SMS USB WORLD NEWS HOME MORE LIVE BREAKING AD BC
    CE BCE PS PPS MP MPS
    COVID SARS VP LGBT LGBTQ PHOTO VIDEO UPDATE READ WATCH SHARE CV PHD MBA BA MA NB IQ DIN ISO PIN"""
)
# Equipment nouns: a designator or a name right before one of these is a piece of equipment.
EQUIPMENT_NOUNS = word_set(
    """aircraft airplane airplanes plane planes jet jets fighter fighters bomber bombers airlifter airlifters
    helicopter helicopters gunship gunships drone drones missile missiles rocket rockets launcher launchers tank
    tanks howitzer howitzers rifle rifles pistol pistols radar radars submarine submarines frigate frigates
    destroyer destroyers corvette corvettes warship warships vessel truck trucks transporter transporters
    interceptor interceptors mortar mortars torpedo torpedoes gun guns pump pumps engine engines turbine turbines
    reactor reactors generator generators locomotive locomotives spacecraft satellite satellites capsule rover tug
    tugs ferry ship ships boat boats yacht carrier carriers cruiser cruisers minesweeper class"""
)

# Before a bare name: it is where something is.
PLACE_PREPOSITIONS = word_set(
    """in near at outside inside around toward towards across throughout beyond into through from to"""
)
SPEECH_VERBS = word_set(
    """said says say told tells added adds asked asks replied replies explained explains noted notes argued argues
    insisted insists warned warns claimed claims wrote writes stated states recalled recalls acknowledged declined
    confirmed confirms denied denies believes believed thinks thought told joked laughed whispered who whose
    emphasized emphasised stressed remarked observed predicted suggested"""
)
# Roles that are common family names: at the end of two words they are one.
SURNAME_ROLES = word_set("""king bishop judge major prince pope lord earl duke baron marshal pastor farmer""")

# Words of captions, buttons and headings: no names at the head of a run, but they may end one ("Human Rights Watch").
OPENERS = word_set(
    """watch read see share view views image images photo photograph video source sources table tags topics summary
    title updated posted published question answer comment comments reports opinion interview exclusive related
    original part email like look listen follow better"""
)
# Roles in the plural, after which no name follows that they would belong to.
ROLE_PLURALS = word_set(
    """presidents ministers secretaries ambassadors governors mayors senators lawmakers officials leaders generals
    officers directors representatives spokesmen analysts experts soldiers troops"""
)
# "Minister for the Middle East": the next word belongs to the region.
COMPASS = word_set(
    """middle near far north south east west northern southern eastern western central southeast southwest"""
)
SHIP_PREFIXES = frozenset({"HMS", "USS", "FS", "INS", "RFS", "MV", "RMS", "SS", "HMAS", "HMCS"})
# Before "of": "the town of Brell", "north of Brell".
PLACE_NOUNS = word_set(
    """town city village suburb district province region island port area outskirts north south east west northeast
    northwest southeast southwest capital neighbourhood neighborhood governorate valley north-east north-west"""
)
# After a name: "the Brell region" is a place, "the Ostrem administration" a person's.
PLACE_TAILS = word_set(
    """region area neighbourhood neighborhood suburb suburbs mosque border coast airport outskirts street road dam
    river bridge square valley"""
)
PERSON_TAILS = word_set("regime administration family loyalists")

# The short form of a company's name is its first word: "Orbitane" for "Orbitane Imaging".
COMPANY_HEADS = word_set(
    """technologies systems solutions imaging labs laboratories industries holdings group inc ltd llc plc corp co
    gmbh ag airlines airways motors energy pharmaceuticals analytics dynamics robotics logistics partners bank
    space media telecom electric international medical healthcare"""
)
# A river or an air base is called by its name alone; a town beside a dam or a port is not the dam or the port.
NATURAL_HEADS = word_set("""river sea ocean mountains hills desert peninsula strait gulf airbase airfield air""")
# "northern Orvenia", "the upper Orlava".
PLACE_ADJECTIVES = word_set(
    """northern southern eastern western central northeastern northwestern southeastern southwestern upper lower
    downtown rural nearby neighbouring neighboring besieged occupied mainland"""
)
# Letters before a hyphen and a number that name no machine: groups, meetings, roads, visas, diseases.
NO_DESIGNATORS = frozenset({"G", "COP", "U", "EU", "UN", "CTF", "TF", "Q", "H", "I", "COVID", "Covid", "SARS", "P"})

# Behind a name and before a role in small letters ("Velm News senior editor") they belong to the role.
RANKS = frozenset({"senior", "former", "deputy", "acting", "vice", "chief", "associate", "assistant"})

# Small words inside a person's name; "as" is left out, it is a conjunction far more often.
NAME_PARTICLES = word_set("""& de del di da dos du la von van der den bin ibn al el ad ash ez""")
