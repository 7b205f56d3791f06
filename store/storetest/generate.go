package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// Generated is an article of a large invented archive, as long and with as
// much found in it as news usually has: some 2,700 letters, a dozen names,
// some forty findings. The same n gives the same article. Names and meetings
// come again as they do in news: a few of them everywhere, most of them
// rarely; one statement in eight has stood in an article before.
func Generated(n int) (*text.Document, *fact.Reading) {
	g := &generator{rng: rand.New(rand.NewPCG(uint64(n), 7)), n: n}
	g.names = rand.NewZipf(g.rng, 1.35, 3, 20_000)
	g.words = rand.NewZipf(g.rng, 1.1, 12, 60_000)
	return g.article()
}

type generator struct {
	rng          *rand.Rand
	n            int
	names, words *rand.Zipf
	b            strings.Builder
	r            fact.Reading
	actors       map[string]bool
}

// word is the kth word of an invented vocabulary.
func word(k uint64) string {
	const letters = "ابتجحدرسصطعفقكلمنهوي" // twenty of two bytes
	var w [32]byte
	n := 0
	for k += 400; k > 0; k /= 20 {
		n += copy(w[n:], letters[k%20*2:k%20*2+2])
	}
	return string(w[:n])
}

func (g *generator) phrase(words int) text.Span {
	from := g.b.Len()
	for i := range words {
		if i > 0 {
			g.b.WriteByte(' ')
		}
		g.b.WriteString(word(g.words.Uint64()))
	}
	return text.Span{Start: from, End: g.b.Len()}
}

func (g *generator) put(s string) text.Span {
	from := g.b.Len()
	g.b.WriteString(s)
	return text.Span{Start: from, End: g.b.Len()}
}

func (g *generator) name() (name, id string) {
	k := g.names.Uint64()
	return "سالم " + word(k+1000), "person:" + strconv.FormatUint(k, 10)
}

// mention names somebody and says who.
func (g *generator) mention() (at text.Span, name, id string) {
	name, id = g.name()
	at = g.put(name)
	g.r.Mentions = append(g.r.Mentions, fact.Mention{Span: at, Type: fact.Person, Name: name, Actor: id, Rule: "test.name"})
	if !g.actors[id] {
		g.actors[id] = true
		g.r.Actors = append(g.r.Actors, fact.Actor{ID: id, Name: name, English: "Salim", Type: fact.Person})
	}
	return at, name, id
}

func (g *generator) article() (*text.Document, *fact.Reading) {
	day := fmt.Sprintf("20%02d-%02d-%02d", 30+g.n/3000%60, 1+g.n/250%12, 1+g.n/9%28)
	r := &g.r
	g.b.Grow(8 << 10)
	g.actors = make(map[string]bool, 32)
	r.Mentions, r.Actors = make([]fact.Mention, 0, 32), make([]fact.Actor, 0, 32)
	r.Statements = make([]fact.Statement, 0, 13)
	r.Published = text.Published{EDTF: day, Basis: text.Given}
	r.Title = g.phrase(8)
	g.put("\n\n")
	r.Blocks = []fact.Block{{Span: r.Title, Kind: fact.Title, Anchor: day}}
	for range 13 {
		g.statement(day)
	}
	for i := range 3 {
		g.meeting(day, i)
	}
	for range 6 {
		_, doer, _ := g.mention()
		e := g.put(" قصف ")
		place := word(g.words.Uint64())
		e = e.Union(g.phrase(8))
		g.put(".\n")
		r.Incidents = append(r.Incidents, fact.Incident{Type: "ASSAULT", Mode: "bombard", CAMEO: "195", Actor: []string{doer}, Date: day, Place: place, Modal: "asserted", Evidence: []text.Span{e}, Rule: "test.deed"})
	}
	for range 2 {
		count := int64(g.rng.IntN(500))
		f := g.put(fmt.Sprintf("%d قتيلا", count))
		g.put(". ")
		r.Figures = append(r.Figures, fact.Figure{Span: f, Min: &count, Max: &count, Unit: "killed", Rule: "test.figure"})
	}
	_, by, _ := g.mention()
	r.Commitments = []fact.Commitment{{By: by, Content: []text.Span{g.phrase(9)}, Status: "made", Rule: "test.pledge"}}
	r.Demands = []fact.Demand{{By: by, Content: []text.Span{g.phrase(7)}, Answer: "none", Rule: "test.demand"}}
	r.Text = g.b.String()
	sum := sha256.Sum256([]byte(r.Text))
	doc := &text.Document{Text: r.Text, Published: r.Published,
		Source: text.Source{Path: fmt.Sprintf("archive.jsonl:%d", g.n), URL: fmt.Sprintf("https://example.org/%d", g.n), Outlet: "صحيفة " + word(uint64(g.n%40)), Format: "json", Language: "ar", SHA256: hex.EncodeToString(sum[:])}}
	r.ID, r.Source = doc.ID(), doc.Source
	return doc, r
}

func (g *generator) statement(day string) {
	from := g.b.Len()
	cue := g.put("قال ")
	at, name, id := g.mention()
	g.put(" إن ")
	var words text.Span
	if g.rng.IntN(8) == 0 { // words that others have, too
		old := g.rng
		g.rng = rand.New(rand.NewPCG(uint64(g.n/20), 3))
		zipf := g.words
		g.words = rand.NewZipf(g.rng, 1.1, 12, 60_000)
		words = g.phrase(12)
		g.rng, g.words = old, zipf
	} else {
		words = g.phrase(12)
	}
	g.put(".\n")
	g.r.Blocks = append(g.r.Blocks, fact.Block{Span: text.Span{Start: from, End: g.b.Len() - 1}, Kind: fact.Paragraph, Anchor: day})
	g.r.Statements = append(g.r.Statements, fact.Statement{ID: "s" + strconv.Itoa(len(g.r.Statements)+1), Content: []text.Span{words}, Cue: cue, Speaker: at,
		Name: name, Actor: id, Kind: "person", Mode: "indirect", Act: "state", Modal: "asserted", Said: day, Rule: "test.said", Entry: "speech:qala"})
}

func (g *generator) meeting(day string, i int) {
	e := g.put("التقى ")
	_, one, a := g.mention()
	g.put(" و")
	_, two, b := g.mention()
	e.End = g.b.Len()
	g.put(".\n")
	m := fact.Meeting{Kind: "bilateral", Status: "concluded", Place: word(g.words.Uint64()), Start: day, Evidence: []text.Span{e}, Rule: "test.met",
		Participants: []fact.Participant{{Name: one, Actor: a, Role: "party", Attendance: "attended"}, {Name: two, Actor: b, Role: "party", Attendance: "attended"}}}
	if i == 0 {
		m.Process, m.Ordinal, m.Kind = fmt.Sprintf("talks-%d", g.n%7), 1+g.n/400, "round"
	}
	g.r.Meetings = append(g.r.Meetings, m)
}
