package record

import (
	"slices"
	"sync"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// leastEcho is how many words running make an echo.
const leastEcho = 7

// EchoRule is the rule of findings that an article's repeats of its own words make.
const EchoRule = "record.echo"

// echoes are further evidence of the statements among fs where the article says most of
// their words again: in a lead, a summary, a paragraph printed twice. What
// another statement or no reading covers (boilerplate) is none.
func (d *desk) echoes(fs []Finding) []Finding {
	r := d.r
	room := echoRooms.Get().(*echoRoom)
	defer echoRooms.Put(room)
	room.words = appendWords(room.words[:0], d.text())
	ws := room.words
	twice := room.repeatedRuns()
	if len(twice) == 0 {
		return nil
	}
	var out []Finding
	for i := range fs {
		s, ok := fs[i].Body.(*fact.Statement)
		if !ok || !slices.ContainsFunc(twice, func(at text.Span) bool { return slices.ContainsFunc(s.Content, at.Overlaps) }) {
			continue
		}
		for _, at := range echoesIn(r.Text, ws, s.Content) {
			if taken(r, at) {
				continue
			}
			f, again := fs[i], *s
			again.Content, again.Rule = []text.Span{at}, EchoRule
			again.Cue, again.Speaker = text.Span{}, text.Span{}
			f.Body = &again
			out = append(out, f)
		}
	}
	return out
}

// echoRoom is what echoes of one article after another are looked for in.
type echoRoom struct {
	words  []bareToken
	hashes []uint64
	table  []firstRun
}

var echoRooms = sync.Pool{New: func() any { return new(echoRoom) }}

// firstRun is where a run of words stands first.
type firstRun struct {
	hash uint64
	at   int32 // plus one, 0 for a free place
}

// repeatedRuns are the places of runs of leastEcho words that stand twice.
func (room *echoRoom) repeatedRuns() []text.Span {
	ws, h := room.words, slices.Grow(room.hashes[:0], len(room.words))[:len(room.words)]
	room.hashes = h
	for i, w := range ws {
		x := uint64(14695981039346656037)
		for j := range len(w.word) {
			x = (x ^ uint64(w.word[j])) * 1099511628211
		}
		h[i] = x
	}
	// A table twice as large as what goes in, each run at the first free place
	// from its hash on: a map would take longer than all the rest.
	bits := 4
	for 1<<bits < 2*len(ws) {
		bits++
	}
	table := slices.Grow(room.table[:0], 1<<bits)[:1<<bits]
	clear(table)
	room.table = table
	var out []text.Span
	for i := 0; i+leastEcho <= len(ws); i++ {
		var x uint64
		for _, y := range h[i : i+leastEcho] {
			x = x*0x9e3779b97f4a7c15 + y
		}
		k := x * 0xff51afd7ed558ccd >> (64 - bits)
		for table[k].at != 0 && table[k].hash != x {
			k = (k + 1) & (1<<bits - 1)
		}
		if table[k].at == 0 {
			table[k] = firstRun{x, int32(i) + 1}
			continue
		}
		for _, k := range [...]int{i, int(table[k].at) - 1} {
			out = append(out, text.Span{Start: ws[k].Start, End: ws[k+leastEcho-1].End})
		}
	}
	return out
}

// taken reports whether a statement of its own or boilerplate stands at s.
func taken(r *fact.Reading, s text.Span) bool {
	for i := range r.Statements {
		if slices.ContainsFunc(r.Statements[i].Content, s.Overlaps) {
			return true
		}
	}
	return slices.ContainsFunc(r.Blocks, func(b fact.Block) bool { return b.Kind == fact.Boilerplate && b.Reason != "repeat" && b.Overlaps(s) })
}

// echoesIn are the places of src, whose words are have, where most of the words
// under content stand again.
func echoesIn(src string, have []bareToken, content []text.Span) []text.Span {
	want := appendWords(nil, arabic.New(Words(src, content)))
	if len(want) < leastEcho {
		return nil
	}
	need := max(leastEcho, len(want)*6/10)
	at := map[string][]int{}
	for i, k := range want {
		at[k.word] = append(at[k.word], i)
	}
	var out []text.Span
	length, next := make([]int, len(want)), make([]int, len(want)) // of the run that ends at a word of want
	for i := range have {
		clear(next)
		best := 0
		for _, j := range at[have[i].word] {
			next[j] = 1
			if j > 0 {
				next[j] += length[j-1]
			}
			best = max(best, next[j])
		}
		length, next = next, length
		if best < need {
			continue
		}
		s := text.Span{Start: have[i-best+1].Start, End: have[i].End}
		if slices.ContainsFunc(content, s.Overlaps) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Overlaps(s) {
			out[n-1].End = s.End
		} else {
			out = append(out, s)
		}
	}
	return out
}

// bareToken is a word without the «and» before it.
type bareToken struct {
	text.Span
	word string
}

// appendWords appends the words of t.
func appendWords(out []bareToken, t *arabic.Text) []bareToken {
	out = slices.Grow(out, len(t.Tokens))
	for _, k := range t.Tokens {
		if k.Kind == arabic.Punct || k.Kind == arabic.Quote {
			continue
		}
		w := k.Word
		if len(w) > 8 && w[:2] == "و" {
			w = w[2:]
		}
		out = append(out, bareToken{k.Span(), w})
	}
	return out
}
