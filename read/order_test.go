package read_test

import (
	"reflect"
	"slices"
	"testing"

	"mahdar/read"
	"mahdar/text"
)

// What is remembered of a word is remembered of its folded letters. Articles write some of
// them in several ways (وأدى and وادي), and whichever was read first, the others are read as
// if it had not been.
func TestOrderOfArticles(t *testing.T) {
	docs := append(invented(t),
		&text.Document{Text: "قصف الطيران وادي السهل أمس."},
		&text.Document{Text: "وقع انفجار في القرية وأدى إلى مقتل الآلاف وتشريد مئة ألف شخص."},
		&text.Document{Text: "وصل سالم على متن طائرة، وقال علي الأحمر إن فتحى نادر عاد."},
		&text.Document{Text: "وصل سالم علي متن طائرة، وقال على الأحمر إن فتحي نادر عاد."})
	readBothWays(t, docs)
	readBothWays(t, shared(t))
}

// readBothWays reads docs from the first to the last and from the last to the first, each time
// with nothing remembered.
func readBothWays(t *testing.T, docs []*text.Document) {
	t.Helper()
	forth := read.Articles(docs, load(t))
	slices.Reverse(docs)
	back := read.Articles(docs, load(t))
	for k, want := range forth {
		if got := back[len(back)-1-k]; !reflect.DeepEqual(got, want) {
			t.Errorf("%.60q is read otherwise after others:\n%+v\n%+v", want.Text, got, want)
		}
	}
}
