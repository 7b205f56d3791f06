package sqlite

import (
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"mahdar/store"
)

// registerWords gives a connection FTS5 and the tokenizer «mahdar».
func registerWords(c *sqlite3.Conn) error {
	return fts5.RegisterCustom(c, func(api *fts5.API) error {
		return api.CreateTokenizer("mahdar", func([]string) (fts5.Tokenizer, error) { return tokenizer{}, nil })
	})
}

// tokenizer hands FTS5 the words of a text. Those of an article come as stems
// already (store.Stems), those of a query become stems here.
type tokenizer struct{}

func (tokenizer) Tokenize(flag fts5.TokenizeFlag, text, _ string, emit fts5.TokenCallback) error {
	if flag&fts5.TOKENIZE_QUERY != 0 {
		text = strings.Join(store.Wanted(text), " ")
	}
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], ' ')
		if n < 0 {
			n = len(text) - at
		}
		if n > 0 {
			if err := emit(0, text[at:at+n], at, at+n); err != nil {
				return err
			}
		}
		at += n + 1
	}
	return nil
}
