package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
)

// Lexicon is the loaded data, its vocabulary and its phrases. It is read-only
// and may be used by many goroutines.
type Lexicon struct {
	States        []State
	Places        []Place
	People        []Person
	Organisations []Organisation
	Offices       []Office
	Processes     []Process
	Speech        []Verb
	Deeds         []Verb
	Units         []Unit
	GivenNames    []Given
	Heads         []Head
	Scenes        []Scene
	Projections   []Projection
	Talks         []Talk

	ids       [CueTable]*index // by table: the numbers of its entries
	vocab     *vocabulary
	trie      *trie
	signals   map[string]Signal
	according map[string]uint8     // the words of attributions, folded, and their places
	cameo     map[[2]string]string // CAMEO codes by PLOVER type and mode
	ordinary  *ordinary
	taggers   sync.Pool
	scratches [Scratches]sync.Pool
	kept      [Scratches]kept
	holders   map[string][]holding      // by office: who holds it
	actorIDs  [PersonTable + 1][]string // by table and entry
	codes     []string                  // by state: its id in capitals
	homes     [PersonTable + 1][]int16  // by table and entry: 1 + index of its country
	scratch   scratch
}

// scratch is what compiling uses again and again.
type scratch struct {
	folded []byte
	bounds []int32
}

// dataFile is a data file and what is done with its entries.
type dataFile struct {
	name  string
	table Table
	add   func(row) error
	room  func(n int) // makes room for n entries
}

// files are the data files in the order they are read: an entry may refer to
// those of earlier files.
func (l *Lexicon) files() []dataFile {
	return []dataFile{
		{"states.tsv", StateTable, l.addState, room(&l.States)}, {"places.tsv", PlaceTable, l.addPlace, room(&l.Places)},
		{"organisations.tsv", OrganisationTable, l.addOrganisation, room(&l.Organisations)}, {"offices.tsv", OfficeTable, l.addOffice, room(&l.Offices)},
		{"people.tsv", PersonTable, l.addPerson, room(&l.People)}, {"given.tsv", GivenTable, l.addGiven, room(&l.GivenNames)},
		{"processes.tsv", ProcessTable, l.addProcess, room(&l.Processes)}, {"speech.tsv", SpeechTable, l.addSpeech, room(&l.Speech)},
		{"deeds.tsv", DeedTable, l.addDeed, room(&l.Deeds)}, {"units.tsv", UnitTable, l.addUnit, room(&l.Units)},
		{"common.tsv", CommonTable, l.addCommon, nil}, {"heads.tsv", HeadTable, l.addHead, room(&l.Heads)},
		{"scene.tsv", SceneTable, l.addScene, room(&l.Scenes)}, {"cameo.tsv", ProjectionTable, l.addProjection, room(&l.Projections)},
		{"signals.tsv", CommonTable, l.addSignal, nil}, {"talks.tsv", TalkTable, l.addTalk, room(&l.Talks)},
	}
}

// room makes a list with room for n entries.
func room[T any](list *[]T) func(n int) {
	return func(n int) { *list = make([]T, 0, n) }
}

// Room for the words and phrases of the embedded data, so that the tables do
// not grow while they are filled.
const (
	wordRoom   = 48 << 10
	phraseRoom = 32 << 10
)

// Load reads the embedded data and then the overlay folders, whose entries are
// added to it or, under an id that exists, take its place. All faults of the
// overlays are returned joined; the embedded data has none (a test holds that).
func Load(overlays ...string) (*Lexicon, error) {
	l := &Lexicon{vocab: newVocabulary(wordRoom), trie: newTrie(phraseRoom)}
	l.ordinary = newOrdinary(commonTSV)
	faults := l.readEmbedded()
	for _, dir := range overlays {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("lexicon overlay %s cannot be read: %w; name a folder with .tsv files", dir, err)
		}
		faults = append(faults, l.readFolder(dir)...)
	}
	l.compile()
	l.taggers.New = func() any { return &tagger{lex: l, cache: newMemory()} }
	if len(faults) > 0 {
		errs := make([]error, len(faults))
		for i, f := range faults {
			errs[i] = f
		}
		return l, errors.Join(errs...)
	}
	return l, nil
}

// readEmbedded adds the data files of the program.
func (l *Lexicon) readEmbedded() []Fault {
	data := make(map[string]string, 16)
	for _, f := range embedded() {
		data[f.name] = f.data
	}
	var faults []Fault
	for _, f := range l.files() {
		if f.name == "common.tsv" {
			continue // searched where it stands
		}
		if f.room != nil {
			n := strings.Count(data[f.name], "\n")
			f.room(n)
			l.ids[f.table] = newIndex(n)
		}
		faults = append(faults, readTSV(f.name, data[f.name], f.add)...)
	}
	return faults
}

// readFolder adds the data files that an overlay has.
func (l *Lexicon) readFolder(dir string) []Fault {
	var faults []Fault
	for _, f := range l.files() {
		name := path.Join(dir, f.name)
		b, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			faults = append(faults, Fault{File: name, Reason: err.Error()})
			continue
		}
		faults = append(faults, readTSV(name, string(b), f.add)...)
	}
	return faults
}

// put stores an entry under its id: at the end, or in the place of the entry
// that had the id.
func put[T any](l *Lexicon, t Table, list *[]T, id string, v T) error {
	if strings.ToLower(id) != id {
		return fmt.Errorf("id is not lower case")
	}
	i, added := l.ids[t].number(id)
	if !added {
		(*list)[i] = v
		return nil
	}
	*list = append(*list, v)
	return nil
}

func (l *Lexicon) addState(r row) error {
	lat, lon, err := r.position()
	if err != nil {
		return err
	}
	return put(l, StateTable, &l.States, r.get("id"), State{Entry: r.entry(), Nisbas: r.list("nisba"), People: r.list("people"),
		Capital: r.get("capital"), Wikidata: r.get("wikidata"), Lat: lat, Lon: lon})
}

func (l *Lexicon) addPlace(r row) error {
	lat, lon, err := r.position()
	if err != nil {
		return err
	}
	return put(l, PlaceTable, &l.Places, r.get("id"), Place{Entry: r.entry(), Kind: r.get("kind"), Country: r.get("country"),
		Admin: r.get("admin1"), Lat: lat, Lon: lon, Wikidata: r.get("wikidata")})
}

func (l *Lexicon) addOrganisation(r row) error {
	return put(l, OrganisationTable, &l.Organisations, r.get("id"), Organisation{Entry: r.entry(), Kind: r.get("kind"),
		Country: r.get("country"), Sector: r.get("sector"), Wikidata: r.get("wikidata")})
}

func (l *Lexicon) addOffice(r row) error {
	return put(l, OfficeTable, &l.Offices, r.get("id"), Office{Entry: r.entry(), Kind: r.get("kind"), Sector: r.get("sector")})
}

func (l *Lexicon) addPerson(r row) error {
	p := Person{Entry: r.entry(), Country: r.get("country"), Sector: r.get("sector"), Wikidata: r.get("wikidata")}
	for _, s := range r.list("roles") {
		role, err := parseRole(s)
		if err != nil {
			return err
		}
		p.Roles = append(p.Roles, role)
	}
	return put(l, PersonTable, &l.People, p.ID, p)
}

func (l *Lexicon) addGiven(r row) error {
	kind, ambiguous := strings.CutSuffix(r.get("kind"), "~")
	return put(l, GivenTable, &l.GivenNames, r.get("id"), Given{Entry: r.entry(), Kind: kind, Ambiguous: ambiguous})
}

func (l *Lexicon) addProcess(r row) error {
	return put(l, ProcessTable, &l.Processes, r.get("id"), Process{Entry: r.entry(), Conflict: r.list("conflict"), Hosts: r.list("hosts"),
		Parties: r.list("parties"), From: r.get("from"), To: r.get("to"), Cues: r.list("cues")})
}

func (l *Lexicon) addSpeech(r row) error {
	v, err := r.verb("class", "act")
	if err != nil {
		return err
	}
	return put(l, SpeechTable, &l.Speech, v.ID, v)
}

func (l *Lexicon) addDeed(r row) error {
	v, err := r.verb("type", "mode")
	if err != nil {
		return err
	}
	return put(l, DeedTable, &l.Deeds, v.ID, v)
}

func (l *Lexicon) addUnit(r row) error {
	e := r.entry()
	e.Aliases = r.list("forms")
	return put(l, UnitTable, &l.Units, e.ID, Unit{Entry: e, Unit: r.get("unit"), Concerns: r.get("concerns")})
}
