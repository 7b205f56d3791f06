package page_test

import (
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

func lay(t testing.TB, src string) *page.Page {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Document{Text: src}
	r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph}}}
	return page.New(doc, lex.Tag(arabic.New(src)), r)
}

func TestClass(t *testing.T) {
	p := lay(t, "قال الوزير الذي عاد إلى العاصمة: لن نوقع، فيما بقيت الطرق مغلقة.")
	for _, c := range []struct {
		word string
		is   page.Class
		not  page.Class
	}{
		{"قال", page.Finite | page.SpeechVerb | page.PastForm | page.InBody, page.Definite | page.InTitle | page.MarkToken},
		{"الوزير", page.Definite | page.OfficeWord, page.Finite | page.Preposition},
		{"الذي", page.Relative, page.Preposition},
		{"الي", page.Preposition | page.WordToken, page.Relative},
		{":", page.Colon | page.MarkToken, page.WordToken | page.Stop},
		{"لن", page.Negation | page.Adverb, page.Modal},
		{"،", page.Comma, page.Stop | page.QuoteMark},
		{".", page.Stop, page.Comma},
	} {
		found := false
		for i := range p.Tokens {
			if p.Word(i) != c.word {
				continue
			}
			found = true
			if got := p.Class(i); got&c.is != c.is || got&c.not != 0 {
				t.Errorf("%s is %b; want %b and not %b", c.word, got, c.is, c.not)
			}
		}
		if !found {
			t.Errorf("%s is no token", c.word)
		}
	}
	if p.Class(-1) != 0 || p.Has(len(p.Tokens), ^page.Class(0)) {
		t.Error("tokens outside the article are of some class")
	}
	if k := p.Next(0, len(p.Tokens), page.Colon); p.Word(k) != ":" || p.Next(0, 2, page.Colon) != 2 {
		t.Error("Next does not find the colon")
	}
}

func TestSentence(t *testing.T) {
	p := lay(t, "عاد الوفد. وقال الوزير كلمة.")
	for i := range p.Tokens {
		if got, want := p.Sentence(i), p.Text.SentenceOf(i); got != want {
			t.Errorf("token %d is in sentence %d, want %d", i, got, want)
		}
	}
	if p.Sentence(-1) != 0 || p.Sentence(len(p.Tokens)) != len(p.Sentences) {
		t.Error("sentences outside the article")
	}
}

func TestVocabulary(t *testing.T) {
	v := page.NewVocabulary(3, page.List{Bits: 1, Words: []string{"من", "الي"}}, page.List{Bits: 2, Words: []string{"من", "،"}})
	for w, want := range map[string]uint64{"من": 3, "الي": 1, "،": 2, "": 0, "عن": 0, "الي من": 0} {
		if got := v.Of(w); got != want {
			t.Errorf("%q has %b, want %b", w, got, want)
		}
	}
	p := lay(t, "من الميناء، 12")
	if got := v.Lay(p, nil); len(got) != 4 || got[0] != 3 || got[1] != 0 || got[2] != 2 || got[3] != 0 {
		t.Errorf("laid over the page: %v", got)
	}
}
