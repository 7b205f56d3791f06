package lexicon

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/arabic"
)

func load(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func ExampleLoad() {
	l, err := Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := l.Tag(arabic.New("وللأمم المتحدة"))
	t.Phrases(0, func(p Phrase) {
		for _, r := range p.Refs {
			if r.Table == OrganisationTable {
				fmt.Println(l.Organisations[r.Entry].English, t.StemSpan(0, p.Reading).In(t.Source))
			}
		}
	})
	// Output: United Nations لأمم
}

func TestEmbeddedHasNoFaults(t *testing.T) {
	l := load(t)
	for _, f := range l.Check() {
		t.Error(f)
	}
}

func TestInflectedForms(t *testing.T) {
	l := load(t)
	for _, c := range []struct {
		word string
		kind Kind
		id   string
	}{
		{"وسيؤكدون", SpeechWord, "akkada"}, {"روسية", NisbaWord, "rus"}, {"الروس", PeopleWord, "rus"}, {"أعلنوه", SpeechWord, ""}, {"قوله", SpeechWord, ""},
	} {
		tg := l.Tag(arabic.New(c.word))
		_, s, ok := tg.Find(0, c.kind, nil)
		if !ok {
			t.Errorf("%s is not known as kind %d", c.word, c.kind)
			continue
		}
		if c.kind == NisbaWord || c.kind == PeopleWord {
			if got := l.States[s.Entry].ID; got != c.id {
				t.Errorf("%s belongs to %s, want %s", c.word, got, c.id)
			}
		}
	}
}

func TestOverlay(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("people.tsv", "id\tar\taliases\ten\tcountry\tsector\troles\twikidata\torigin\nzahi-qamar\tزاهي القمر\t\tZahi al-Qamar\tsyr\tGOV\tforeign-minister:syr 2030..\t\town\n")
	l, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := l.Person("zahi-qamar"); !ok {
		t.Error("the overlay's person is not there")
	}
	write("places.tsv", "id\tar\n# a comment\nx\tسوق\textra\n\tبلا معرف\n")
	write("speech.tsv", "id\tpast\tpresent\tmasdars\tparticiples\talso\tclass\tact\tframes\torigin\nx\tقال\tيقول\t\t\t\tsay\tstate\t{بلا\town\n")
	_, err = Load(dir)
	if err == nil || !strings.Contains(err.Error(), "places.tsv:3: x") || !strings.Contains(err.Error(), "places.tsv:4") || !strings.Contains(err.Error(), "closing brace") {
		t.Errorf("faults are not told by file, line and id: %v", err)
	}
}

func FuzzReadTSV(f *testing.F) {
	f.Add("id\tar\na\tب\n")
	f.Add("id\tframes\nx\tobj>target ب;{على ضرورة}=demand\n")
	f.Fuzz(func(t *testing.T, data string) {
		readTSV("f", data, func(r row) error {
			_, err := parseFrames(r.get("frames"))
			if err == nil {
				_, err = parseRole(r.get("roles"))
			}
			return err
		})
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	l := load(b)
	src := strings.Repeat("وقال المتحدث باسم الأمم المتحدة إن المحادثات ستستأنف يوم الاثنين المقبل في جنيف، مضيفا أن «الطرفين» ملتزمان بالهدنة.\n", 200)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		t := l.Tag(arabic.New(src))
		for i := range t.Tokens {
			t.Phrases(i, func(Phrase) {})
		}
	}
}

func TestIndex(t *testing.T) {
	x := newIndex(1)
	for round := range 2 {
		for i := range 5000 {
			key := fmt.Sprintf("كلمة%d", i)
			n, added := x.number(key)
			if i%2 == 1 {
				n, added = x.numberBytes([]byte(key))
			}
			if int(n) != i || round == 1 && added {
				t.Fatalf("%s has number %d, added %v", key, n, added)
			}
			if n, ok := x.find(key); !ok || int(n) != i {
				t.Fatalf("%s is found as %d, %v", key, n, ok)
			}
		}
	}
	if _, ok := x.find("غيرها"); ok {
		t.Error("a string is found that was never added")
	}
}

// Spellings that fold to one are one alias (data/README.md).
func TestAliasesFoldApart(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	check := func(e Entry) {
		seen := map[string]bool{arabic.Fold(e.Name): true}
		for _, a := range e.Aliases {
			if f := arabic.Fold(a); seen[f] {
				t.Errorf("%s: %s stands there already, as it is folded", e.ID, a)
			} else {
				seen[f] = true
			}
		}
	}
	for i := range l.People {
		check(l.People[i].Entry)
	}
	for i := range l.Places {
		check(l.Places[i].Entry)
	}
	for i := range l.States {
		check(l.States[i].Entry)
	}
	for i := range l.Organisations {
		check(l.Organisations[i].Entry)
	}
}

// Entries are sorted by id, and no two have the same: whoever adds a word sees where it
// stands already.
func TestIdsInOrder(t *testing.T) {
	files, err := filepath.Glob("data/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no data files: ", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		last, columns := "", true
		for line := range strings.Lines(string(data)) {
			id, _, _ := strings.Cut(line, "\t")
			switch {
			case strings.HasPrefix(line, "#"):
			case columns:
				columns = false
			case id <= last:
				t.Errorf("%s: %q stands after %q", f, id, last)
				last = id
			default:
				last = id
			}
		}
	}
}
