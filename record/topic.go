package record

import (
	_ "embed"
	"strings"
	"sync"

	"mahdar/arabic"
)

//go:embed topics.tsv
var topicTable string

// Topic is something that statements are about.
type Topic struct {
	Key             string
	Arabic, English string // what faces call it
}

// topicSet is a set of topics, a bit each in the order of the table.
type topicSet uint64

// topicTree is the vocabulary of topics: words, and phrases by their first word.
type topicTree struct {
	topics  []Topic
	words   map[string]topicSet
	phrases map[string][]topicPhrase
}

type topicPhrase struct {
	rest []string
	set  topicSet
}

// topicWords is the table, read once and never changed.
var topicWords = sync.OnceValue(func() *topicTree {
	t := &topicTree{words: map[string]topicSet{}, phrases: map[string][]topicPhrase{}}
	for row := range strings.Lines(topicTable) {
		c := strings.Split(strings.TrimRight(row, "\n"), "\t")
		if len(c) != 4 || strings.HasPrefix(row, "#") {
			continue
		}
		set := topicSet(1) << len(t.topics)
		t.topics = append(t.topics, Topic{c[0], c[1], c[2]})
		for w := range strings.FieldsSeq(c[3]) {
			ws := strings.Split(arabic.Fold(strings.ReplaceAll(w, "_", " ")), " ")
			if len(ws) == 1 {
				t.words[ws[0]] |= set
			} else {
				t.phrases[ws[0]] = append(t.phrases[ws[0]], topicPhrase{ws[1:], set})
			}
		}
	}
	return t
})

// Topics lists what statements may be about, in the order in which faces show it.
func Topics() []Topic { return append([]Topic(nil), topicWords().topics...) }

// TopicsOf are the keys of the topics that words of a source name, in the order
// of Topics: «نطالب برفع الحصار» names the siege. It goes by the words of
// topics.tsv alone and judges no meaning; words that name none are about none.
func TopicsOf(words string) []string {
	tree, set := topicWords(), topicSet(0)
	ws := strings.Fields(plain(words))
	for i, w := range ws {
		set |= lookUp(tree.words, w)
		for _, p := range lookUp(tree.phrases, w) {
			if p.follows(ws[i+1:]) {
				set |= p.set
			}
		}
	}
	var out []string
	for i, t := range tree.topics {
		if set&(1<<i) != 0 {
			out = append(out, t.Key)
		}
	}
	return out
}

// lookUp finds a word as it stands, or after particles.
func lookUp[T any](m map[string]T, w string) T {
	x, ok := m[w]
	if !ok {
		x, _, _ = arabic.Lookup(m, w)
	}
	return x
}

// follows reports whether the rest of the phrase stands at the head of ws; a
// particle may be attached to its words.
func (p topicPhrase) follows(ws []string) bool {
	if len(ws) < len(p.rest) {
		return false
	}
	for i, want := range p.rest {
		if ws[i] == want {
			continue
		}
		if _, _, ok := arabic.Lookup(map[string]bool{want: true}, ws[i]); !ok {
			return false
		}
	}
	return true
}
