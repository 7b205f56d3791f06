package page_test

import (
	"slices"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

// An article reads the same in room that another has left as in its own.
func TestRoom(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	read := func(p *page.Page) (out []any) {
		for i := range p.Tokens {
			out = append(out, p.Tokens[i].Word, p.Class(i), p.Sentence(i), p.Named(i), p.Inner(i, 2), *p.Walk(i, true))
		}
		return out
	}
	for _, src := range []string{
		"وصل الوسيط سامر الحلواني إلى مدينة النخيل. وقال «إنّ المحادثات تستأنف غداً».",
		"", "نعم",
		"أعلن المتحدث باسم اللجنة:\nلا اتفاق بعد ﷺ\nوأضاف أن الوفدين غادرا.",
	} {
		doc := &text.Document{Text: src}
		blocks := []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph}}
		own := page.New(doc, lex.Tag(arabic.New(src)), &fact.Reading{Text: src, Blocks: blocks})
		room := page.Take(lex)
		kept := room.Page(doc, room.Text(src), &fact.Reading{Text: src, Blocks: blocks})
		if a, b := read(own), read(kept); !slices.Equal(a, b) {
			t.Errorf("%q: %v in its own room, %v in one that was kept", src, a, b)
		}
		if len(kept.Tokens) > 0 {
			kept.AddMention(fact.Mention{Span: kept.Tokens[0].Span()})
			*kept.Walk(0, true) = page.Walked{End: 7, Limit: 9}
		}
		room.Give()
	}
}
