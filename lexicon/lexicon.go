package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var embedded embed.FS

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

	byID      map[Table]map[string]int32
	vocab     map[string]int32 // folded word to its number
	senses    [][]Sense        // by number
	kinds     []Kinds          // by number: which kinds of senses there are
	begins    []Tables         // by number: the tables of the phrases that begin with it
	edges     map[uint64]int32 // trie: node<<32 | word number to node
	ends      map[int32][]Ref  // trie: what ends at a node
	endsAt    [][]Ref          // the same by node, for looking up
	inner     []bool           // by node: whether words follow it
	first     []int32          // by word: the node it leads to at the start of a phrase
	signals   map[string]Signal
	according map[string]bool      // the first words of attributions, folded
	cameo     map[[2]string]string // CAMEO codes by PLOVER type and mode
	ordinary  *ordinary
	taggers   sync.Pool
	holders   map[string][]holding // by office: who holds it
}

// files are the data files in the order they are read: an entry may refer to
// those of earlier files.
func (l *Lexicon) files() []struct {
	name string
	add  func(row) error
} {
	return []struct {
		name string
		add  func(row) error
	}{
		{"states.tsv", l.addState}, {"places.tsv", l.addPlace}, {"organisations.tsv", l.addOrganisation}, {"offices.tsv", l.addOffice},
		{"people.tsv", l.addPerson}, {"given.tsv", l.addGiven}, {"processes.tsv", l.addProcess}, {"speech.tsv", l.addSpeech},
		{"deeds.tsv", l.addDeed}, {"units.tsv", l.addUnit}, {"common.tsv", l.addCommon}, {"heads.tsv", l.addHead}, {"scene.tsv", l.addScene}, {"cameo.tsv", l.addProjection}, {"signals.tsv", l.addSignal}, {"talks.tsv", l.addTalk},
	}
}

// Load reads the embedded data and then the overlay folders, whose entries are
// added to it or, under an id that exists, take its place. All faults of the
// overlays are returned joined; the embedded data has none (a test holds that).
func Load(overlays ...string) (*Lexicon, error) {
	l := &Lexicon{byID: map[Table]map[string]int32{}, vocab: make(map[string]int32, 1<<17), edges: make(map[uint64]int32, 1<<15), ends: make(map[int32][]Ref, 1<<14)}
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("embedded lexicon: %w", err)
	}
	common, err := fs.ReadFile(data, "common.tsv")
	if err != nil {
		return nil, fmt.Errorf("embedded lexicon: %w", err)
	}
	l.ordinary = newOrdinary(string(common))
	faults := l.read(data, "")
	for _, dir := range overlays {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("lexicon overlay %s cannot be read: %w; name a folder with .tsv files", dir, err)
		}
		faults = append(faults, l.read(os.DirFS(dir), dir)...)
	}
	l.compile()
	l.taggers.New = func() any { return &tagger{lex: l, cache: make(map[string][]Reading, 1<<12)} }
	if len(faults) > 0 {
		errs := make([]error, len(faults))
		for i, f := range faults {
			errs[i] = f
		}
		return l, errors.Join(errs...)
	}
	return l, nil
}

// read adds the data files that fsys has.
func (l *Lexicon) read(fsys fs.FS, dir string) []Fault {
	var faults []Fault
	for _, f := range l.files() {
		if dir == "" && f.name == "common.tsv" {
			continue // searched where it stands
		}
		b, err := fs.ReadFile(fsys, f.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		name := path.Join(dir, f.name)
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
	if l.byID[t] == nil {
		l.byID[t] = map[string]int32{}
	}
	if i, ok := l.byID[t][id]; ok {
		(*list)[i] = v
		return nil
	}
	if strings.ToLower(id) != id && t != CommonTable {
		return fmt.Errorf("id is not lower case")
	}
	l.byID[t][id] = int32(len(*list))
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
