package furniture

import (
	_ "embed"
	"fmt"
	"math/bits"
	"strings"
	"sync"

	"mahdar/arabic"
)

//go:embed furniture.tsv
var shippedTSV string

// List is a compiled list of page furniture. Its phrases are folded words
// joined by one space; it is read-only and safe for all goroutines.
type List struct {
	lines     map[string]string   // whole line: reason
	longest   int                 // words of the longest of lines
	starts    map[string][]Phrase // by first word
	tails     []Phrase
	published []string
	updated   []string
	office    map[string]bool
	lists     map[string]bool
	house     within
	hints     within
	tailGate  gate // how tails begin
	worth     gate // the gates of house, hints and tails in one
	credits   map[string]bool
}

// Phrase is words of furniture and the reason they are.
type Phrase struct {
	Words  string
	Reason string // navigation, share, comments, related, subscription, poll, tags, caption, furniture
	Opens  bool   // headlines and teasers follow
}

// Shipped is the list that comes with the program. Its error is a fault of the
// program; a test holds that there is none.
var Shipped = sync.OnceValues(func() (*List, error) { return Compile(shippedTSV) })

// Compile reads a list of the form of furniture.tsv. Errors name the line.
func Compile(tsv string) (*List, error) {
	f := &List{lines: map[string]string{}, starts: map[string][]Phrase{}, office: map[string]bool{}, lists: map[string]bool{}, credits: map[string]bool{}}
	for n, row := range strings.Split(tsv, "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		col := strings.Split(row, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("furniture.tsv:%d: %d columns, want how, reason, words", n+1, len(col))
		}
		words := Key(col[2])
		if words == "" {
			return nil, fmt.Errorf("furniture.tsv:%d: no words", n+1)
		}
		if err := f.add(col[0], Phrase{words, col[1], col[0] == "open"}); err != nil {
			return nil, fmt.Errorf("furniture.tsv:%d: %w", n+1, err)
		}
	}
	for i := range f.worth {
		f.worth[i] = f.house.gate[i] | f.hints.gate[i] | f.tailGate[i]
	}
	return f, nil
}

func (f *List) add(how string, p Phrase) error {
	first, _, _ := strings.Cut(p.Words, " ")
	switch how {
	case "line":
		f.lines[p.Words], f.longest = p.Reason, max(f.longest, strings.Count(p.Words, " ")+1)
	case "start", "open":
		f.starts[first] = append(f.starts[first], p)
	case "tail":
		if len(first) < letters {
			return fmt.Errorf("%q: a tail begins with a word of four letters or more", p.Words)
		}
		f.tails = append(f.tails, p)
		f.tailGate.open(p.Words)
	case "published":
		f.published = append(f.published, p.Words)
	case "updated":
		f.updated = append(f.updated, p.Words)
	case "office":
		f.office[p.Words] = true
	case "list":
		f.lists[p.Words] = true
	case "house":
		return f.house.add(p.Words)
	case "credit":
		f.credits[p.Words] = true
	case "hint":
		return f.hints.add(p.Words)
	default:
		return fmt.Errorf("%q is no way to match", how)
	}
	return nil
}

// Key is the form in which lines are looked up: the folded words of s, without
// numbers and marks, joined by one space.
func Key(s string) string {
	var b strings.Builder
	for _, k := range arabic.New(s).Tokens {
		if k.Kind != arabic.Word && k.Kind != arabic.Latin {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(k.Word)
	}
	return b.String()
}

// begins reports whether key begins with the words p, as whole words.
func begins(key, p string) bool {
	return strings.HasPrefix(key, p) && (len(key) == len(p) || key[len(p)] == ' ')
}

// longStart is the most words of a line that is furniture by its beginning.
const longStart = 25

// Match finds the furniture that a whole line is. key is its Key. sentence
// tells that it ends as a sentence does, colonAfter whether a colon follows its
// first words: «اقرأ أيضا: …» opens a list, «شاهد أيضا المراقبون دبابات.» tells.
// mayHold is MayHold of any of its words, or true where nobody asked.
func (f *List) Match(key string, sentence, mayHold bool, colonAfter func(words string) bool) (Phrase, bool) {
	if reason, ok := f.lines[key]; ok {
		return Phrase{key, reason, false}, true
	}
	if mayHold && f.houseRules(key) {
		return Phrase{key, "furniture", false}, true
	}
	if strings.Count(key, " ") >= longStart {
		return Phrase{}, false
	}
	first, _, _ := strings.Cut(key, " ")
	for _, p := range f.starts[first] {
		if !begins(key, p.Words) {
			continue
		}
		if p.Opens && len(key) > len(p.Words) && sentence && !colonAfter(p.Words) {
			continue
		}
		p.Opens = p.Opens && len(key) == len(p.Words)
		return p, true
	}
	return Phrase{}, false
}

// Exceeds reports whether a key of so many words is too long for Match to find
// anything but house rules, which need a word that MayHold.
func (f *List) Exceeds(words int) bool { return words > max(longStart, f.longest) }

// houseRules reports whether key is a site's rules for comments or its
// disclaimer: one phrase that nobody else writes, or two that few do.
func (f *List) houseRules(key string) bool {
	return f.house.in(key) != 0 || bits.OnesCount64(f.hints.in(key)) >= 2
}

// MayHold reports whether word may be the one that a phrase is found by which makes
// the whole line furniture wherever it stands; it never misses one.
func (f *List) MayHold(word string) bool {
	return f.house.may(word) || f.hints.may(word)
}

// Tails lists the phrases after which the rest of a line is furniture.
func (f *List) Tails() []Phrase { return f.tails }

// May reports whether MayHold or MayTail may be true of word, in less than either
// takes: of most words neither is.
func (f *List) May(word string) bool { return f.worth.lets(word) }

// MayTail reports whether one of the Tails may begin with word; it is seldom
// wrong and never misses one.
func (f *List) MayTail(word string) bool { return f.tailGate.lets(word) }

// Label is "published" or "updated" where key begins with a label of a day, ""
// otherwise.
func (f *List) Label(key string) string {
	for _, p := range f.published {
		if begins(key, p) {
			return "published"
		}
	}
	for _, p := range f.updated {
		if begins(key, p) {
			return "updated"
		}
	}
	return ""
}

// Office reports whether captions of pictures begin with word, a name after it.
func (f *List) Office(word string) bool { return f.office[word] }

// Credit reports whether words tell where a picture is from.
func (f *List) Credit(words string) bool { return f.credits[words] }

// Introduces reports whether word, at the end of a line, leads into a list that
// belongs to the article.
func (f *List) Introduces(word string) bool { return f.lists[word] }
