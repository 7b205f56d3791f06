package sqlite

import (
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"mahdar/arabic"
)

// registerWords gives a connection FTS5 and the tokenizer «mahdar».
func registerWords(c *sqlite3.Conn) error {
	return fts5.RegisterCustom(c, func(api *fts5.API) error {
		return api.CreateTokenizer("mahdar", func([]string) (fts5.Tokenizer, error) { return tokenizer{}, nil })
	})
}

// tokenizer hands FTS5 the folded words of a text, light of what is attached
// to them, with the places of their own letters in the source.
type tokenizer struct{}

func (tokenizer) Tokenize(_ fts5.TokenizeFlag, text, _ string, emit fts5.TokenCallback) error {
	t := arabic.New(text)
	for _, k := range t.Tokens {
		if k.Kind == arabic.Quote || k.Kind == arabic.Punct {
			continue
		}
		w := k.Word
		if k.Kind == arabic.Word {
			w = light(w)
		}
		if err := emit(0, w, k.Start, k.End); err != nil {
			return err
		}
	}
	return nil
}

// fronts are what is taken off the front of a word, the longest first; at
// least two letters stay. A bare ب، ل or ك stays on: too many words begin so.
var fronts = [...]string{"وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال", "و"}

// light takes a conjunction, the article and a preposition before an article
// off a folded word. It does the same to the words of a query, so that it need
// only be consistent, not right.
func light(w string) string {
	const twoLetters = 4
	for _, f := range fronts {
		if strings.HasPrefix(w, f) && len(w) >= len(f)+twoLetters {
			if f == "و" && len(w) < len(f)+3*2 {
				continue // ولد, وفد: the و is likely the word's own
			}
			return w[len(f):]
		}
	}
	return w
}
