package lexicon

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mahdar/arabic"
)

// TestTrie holds that phrases are followed as they were put in, past words that
// few and that many others follow.
func TestTrie(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	tr := newTrie(4)
	ends := map[[3]int32]int32{} // up to three words, 1 + each
	for n := range int32(3000) {
		var words [3]int32
		at := int32(0)
		for k := range 1 + rnd.IntN(3) {
			w := rnd.Int32N(6)
			if k > 0 {
				w = rnd.Int32N(90)
			}
			words[k] = w + 1
			at = tr.step(at, w)
		}
		if _, ok := ends[words]; !ok {
			ends[words] = n
			tr.end(at, Ref{Table: PlaceTable, Entry: n})
		}
	}
	tr.lay(90)
	for words, entry := range ends {
		at := tr.first[words[0]-1]
		for _, w := range words[1:] {
			if w > 0 {
				at = tr.next(&tr.nodes[at], at, w-1)
			}
		}
		n := &tr.nodes[at]
		if refs := tr.refsOf(n, at); n.tables != 1<<PlaceTable || len(refs) != 1 || refs[0].Entry != entry {
			t.Fatalf("%v leads to %v, want entry %d", words, refs, entry)
		}
		if tr.next(n, at, 1000) != 0 {
			t.Fatalf("%v goes on with a word that follows nothing", words)
		}
	}
	if got := tr.ended(); got != len(ends) {
		t.Errorf("%d nodes end a phrase, want %d", got, len(ends))
	}
}

// TestLookUp holds that an article's phrases are those of its tokens, with what
// stands before each.
func TestLookUp(t *testing.T) {
	l := load(t)
	tg := l.Tag(arabic.New("وقال وزير الخارجية السوري للأمم المتحدة في جنيف وبجامعة الدول العربية، والرئيس الفرنسي بباريس ولباريس وفي الأمم المتحدة"))
	again := l.Tag(arabic.New(tg.Source))
	var tokens []int32
	var ms []Match
	for i := range tg.Tokens {
		if tg.BeginsAny(i, ^Tables(0)) {
			tokens = append(tokens, int32(i))
			ms = append(ms, again.PhrasesAt(i, ^Tables(0))...)
		}
	}
	got := tg.LookUp(tokens)
	if len(got) != len(ms) {
		t.Fatalf("%d phrases, want %d", len(got), len(ms))
	}
	for _, i := range tokens {
		if from, to := tg.At(i); to-from != int32(len(tg.PhrasesAt(int(i), ^Tables(0)))) {
			t.Errorf("phrases %d to %d begin at token %d, want %d", from, to, i, len(tg.PhrasesAt(int(i), ^Tables(0))))
		}
	}
	for k := range got {
		m, r := &got[k], tg.ReadingOf(&got[k])
		if m.First != ms[k].First || m.Last != ms[k].Last || !slices.Equal(m.Refs, ms[k].Refs) {
			t.Errorf("phrase %d is %v, want %v", k, m, ms[k])
		}
		if m.Cut != r.Cut || m.Conj != r.Conj || m.Prep != r.Prep || m.Det != r.Det {
			t.Errorf("before %s stands %d %q %q %v, want %d %q %q %v", tg.Words(m.First, m.Last), m.Cut, m.Conj, m.Prep, m.Det, r.Cut, r.Conj, r.Prep, r.Det)
		}
		for _, ref := range m.Refs {
			if !m.Tables.Has(ref.Table) || ref.Alias >= 0 && !m.Names.Has(ref.Table) {
				t.Errorf("%s: table %d is not told", tg.Words(m.First, m.Last), ref.Table)
			}
		}
	}
	if len(got) < 6 {
		t.Errorf("%d phrases are found, want more", len(got))
	}
}

// TestFront holds that every front comes back as it was.
func TestFront(t *testing.T) {
	for _, conj := range []byte(conjunctions) {
		for _, prep := range []byte(prepositions) {
			for _, det := range []bool{false, true} {
				for _, cut := range []uint8{0, 2, 4} {
					var m Match
					frontOf(&Reading{Cut: cut, Conj: conj, Prep: prep, Det: det}).on(&m)
					if m.Cut != cut || m.Conj != conj || m.Prep != prep || m.Det != det {
						t.Errorf("%d %q %q %v comes back as %d %q %q %v", cut, conj, prep, det, m.Cut, m.Conj, m.Prep, m.Det)
					}
				}
			}
		}
	}
}

// TestHome holds that countries are told by entry as they are by name.
func TestHome(t *testing.T) {
	l := load(t)
	check := func(r Ref, country string) {
		if got := l.CountryCode(r); got != l.Code(country) {
			t.Errorf("%s has country code %q, want that of %q", l.ActorID(r), got, country)
		}
		n, ok := l.Home(r)
		if want, is := l.StateIndex(country); ok != is || ok && n != want {
			t.Errorf("%s is at home in %d %v, want %d %v", l.ActorID(r), n, ok, want, is)
		}
	}
	for i := range l.Places {
		check(Ref{Table: PlaceTable, Entry: int32(i)}, l.Places[i].Country)
	}
	for i := range l.Organisations {
		check(Ref{Table: OrganisationTable, Entry: int32(i)}, l.Organisations[i].Country)
	}
	for i := range l.People {
		check(Ref{Table: PersonTable, Entry: int32(i)}, l.People[i].Country)
	}
	for i := range l.States {
		r := Ref{Table: StateTable, Entry: int32(i)}
		if got := l.CountryCode(r); got != strings.ToUpper(l.States[i].ID) {
			t.Errorf("state %s has country code %q", l.States[i].ID, got)
		}
	}
}
