package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/text"
)

// TaggedWord is one token of a corpus of names with its tag: B-PERS, I-LOC, O.
type TaggedWord struct{ Word, Tag string }

// ParseBIO reads sentences of a corpus in which each line is a token, a blank
// and its tag, and an empty line ends a sentence.
func ParseBIO(r io.Reader) ([][]TaggedWord, error) {
	var out [][]TaggedWord
	var s []TaggedWord
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" {
			if len(s) > 0 {
				out, s = append(out, s), nil
			}
			continue
		}
		i := strings.LastIndexAny(line, " \t")
		if i < 0 {
			return nil, fmt.Errorf("line %d: %q is not a token and a tag", n, line)
		}
		s = append(s, TaggedWord{strings.TrimSpace(line[:i]), line[i+1:]})
	}
	if len(s) > 0 {
		out = append(out, s)
	}
	return out, sc.Err()
}

// Score counts what was found of what was to be found.
type Score struct{ Hit, Gold, Read int }

// Precision, Recall and F1 are shares from 0 to 1; 0 where nothing was counted.
func (s Score) Precision() float64 { return share(s.Hit, s.Read) }

// Recall is the share of gold that was found.
func (s Score) Recall() float64 { return share(s.Hit, s.Gold) }

// F1 is the harmonic mean of Precision and Recall.
func (s Score) F1() float64 { return share(2*s.Hit, s.Gold+s.Read) }

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// entity is a name in a row of words: [first, last) and its type.
type entity struct {
	first, last int
	kind        fact.MentionType
}

var bioKinds = map[string]fact.MentionType{"PERS": fact.Person, "PER": fact.Person, "LOC": fact.Location, "ORG": fact.Organisation}

// entities are the persons, places and organisations that the tags mark.
func entities(words []TaggedWord) []entity {
	var out []entity
	open := false
	for i, w := range words {
		begin, name, _ := strings.Cut(w.Tag, "-")
		kind, counted := bioKinds[name]
		switch {
		case begin == "I" && open && counted && out[len(out)-1].kind == kind:
			out[len(out)-1].last = i + 1
			continue
		case begin != "O" && counted:
			out = append(out, entity{i, i + 1, kind})
		}
		open = begin != "O" && counted
	}
	return out
}

// NER reads the sentences, group of them at a time as the paragraphs of one
// article, and compares the names by type and by exact extent in tokens.
// miss, where not nil, is told each name that one side lacks.
func NER(lex *lexicon.Lexicon, sentences [][]TaggedWord, group int, miss func(what string, kind fact.MentionType, words string)) map[fact.MentionType]Score {
	scores := map[fact.MentionType]Score{}
	for len(sentences) > 0 {
		n := min(max(group, 1), len(sentences))
		scoreGroup(lex, sentences[:n], scores, miss)
		sentences = sentences[n:]
	}
	return scores
}

func scoreGroup(lex *lexicon.Lexicon, sentences [][]TaggedWord, scores map[fact.MentionType]Score, miss func(string, fact.MentionType, string)) {
	var b strings.Builder
	var all []TaggedWord
	var gold []entity
	var starts []int // byte where each word begins
	r := &fact.Reading{}
	for _, s := range sentences {
		from := b.Len()
		for _, e := range entities(s) {
			gold = append(gold, entity{e.first + len(all), e.last + len(all), e.kind})
		}
		for i, w := range s {
			if i > 0 {
				b.WriteByte(' ')
			}
			starts = append(starts, b.Len())
			b.WriteString(w.Word)
			all = append(all, w)
		}
		r.Blocks = append(r.Blocks, fact.Block{Span: text.Span{Start: from, End: b.Len()}, Kind: fact.Paragraph})
		b.WriteString("\n\n")
	}
	r.Text = b.String()
	names.Find(page.New(&text.Document{Text: r.Text}, lex.Tag(arabic.New(r.Text)), r))
	want := map[entity]bool{}
	for _, e := range gold {
		want[e] = true
		s := scores[e.kind]
		s.Gold++
		scores[e.kind] = s
	}
	for _, m := range r.Mentions {
		e := entity{wordAt(starts, m.Start), wordAt(starts, m.End-1) + 1, m.Type}
		s := scores[e.kind]
		s.Read++
		if want[e] {
			s.Hit++
			delete(want, e)
		} else if miss != nil {
			miss("read", e.kind, around(all, e))
		}
		scores[e.kind] = s
	}
	if miss != nil {
		for _, e := range gold {
			if want[e] {
				miss("gold", e.kind, around(all, e))
			}
		}
	}
}

// wordAt is the index of the word that holds byte at.
func wordAt(starts []int, at int) int {
	lo, hi := 0, len(starts)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if starts[mid] <= at {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// around is a name with the words beside it.
func around(words []TaggedWord, e entity) string {
	var b strings.Builder
	for i := max(0, e.first-4); i < min(len(words), e.last+4); i++ {
		if i == e.first {
			b.WriteString("[")
		}
		b.WriteString(words[i].Word)
		if i == e.last-1 {
			b.WriteString("]")
		}
		b.WriteString(" ")
	}
	return b.String()
}

// Total adds the scores of all types.
func Total(scores map[fact.MentionType]Score) Score {
	var t Score
	for _, s := range scores {
		t.Hit, t.Gold, t.Read = t.Hit+s.Hit, t.Gold+s.Gold, t.Read+s.Read
	}
	return t
}
