package blocks

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"mahdar/arabic"
)

//go:embed furniture.tsv
var furnitureTSV string

// furniture is the compiled list of page furniture. Keys are folded words
// joined by one space.
type furniture struct {
	lines     map[string]string   // whole line: reason
	starts    map[string][]phrase // by first word
	tails     []phrase
	published []string
	updated   []string
	office    map[string]bool
	lists     map[string]bool
}

// phrase is the beginning of a line of furniture.
type phrase struct {
	words  string
	reason string
	opens  bool // headlines follow
}

// shipped is the furniture of furniture.tsv, compiled once; a test keeps it sound.
var shipped = sync.OnceValues(func() (*furniture, error) { return compile(furnitureTSV) })

func compile(tsv string) (*furniture, error) {
	f := &furniture{lines: map[string]string{}, starts: map[string][]phrase{}, office: map[string]bool{}, lists: map[string]bool{}}
	for n, row := range strings.Split(tsv, "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		col := strings.Split(row, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("furniture.tsv:%d: %d columns, want how, reason, words", n+1, len(col))
		}
		words := strings.Join(strings.Fields(arabic.Fold(col[2])), " ")
		if words == "" {
			return nil, fmt.Errorf("furniture.tsv:%d: no words", n+1)
		}
		first, _, _ := strings.Cut(words, " ")
		switch p := (phrase{words, col[1], col[0] == "open"}); col[0] {
		case "line":
			f.lines[words] = col[1]
		case "start", "open":
			f.starts[first] = append(f.starts[first], p)
		case "tail":
			f.tails = append(f.tails, p)
		case "published":
			f.published = append(f.published, words)
		case "updated":
			f.updated = append(f.updated, words)
		case "office":
			f.office[words] = true
		case "list":
			f.lists[words] = true
		default:
			return nil, fmt.Errorf("furniture.tsv:%d: %q is no way to match", n+1, col[0])
		}
	}
	return f, nil
}

// begins reports whether key begins with the words p, as whole words.
func begins(key, p string) bool {
	return strings.HasPrefix(key, p) && (len(key) == len(p) || key[len(p)] == ' ')
}

// longStart is the most words of a line that is furniture by its beginning.
const longStart = 25

// match finds the furniture that a whole line is.
func (f *furniture) match(l *line) (p phrase, ok bool) {
	if reason, ok := f.lines[l.letters]; ok {
		return phrase{l.letters, reason, false}, true
	}
	if l.words > longStart {
		return phrase{}, false
	}
	first, _, _ := strings.Cut(l.letters, " ")
	for _, p := range f.starts[first] {
		if !begins(l.letters, p.words) {
			continue
		}
		rest := strings.TrimSpace(l.letters[len(p.words):])
		// «اقرا ايضا» opens a list; «شاهد ايضا كيف مر اليوم.» is a sentence
		if p.opens && rest != "" && l.stop && !l.colonAfter(p.words) {
			continue
		}
		return p, true
	}
	return phrase{}, false
}
