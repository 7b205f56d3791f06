package intake

import (
	"io"
	"os"

	"mahdar/text"
)

// Options bounds what Walk reads and says how. The zero value is the default
// of every field.
type Options struct {
	// MaxArticle is the most bytes that one article may have, as it arrives: a
	// text file, a page, one record of an archive or of JSON lines. Default 16 MiB.
	MaxArticle int64
	// MaxRatio is the most that one compressed input may grow, all unpacked bytes
	// to the packed ones, once 256 MiB have come out of it. Default 200.
	MaxRatio int64
	// MaxUnpacked is the most bytes that one compressed input may hold unpacked. Default 256 GiB.
	MaxUnpacked int64
	// MaxEntries is the most entries of one archive. Default one million.
	MaxEntries int
	// MaxDepth is how many layers of compression and archives may lie inside one
	// another (a page in a .tar.gz lies under two). Default 5.
	MaxDepth int

	// Map names the fields of JSON and CSV records: our name to theirs, which
	// may be a path ("text": "article.body"). Ours are text, title, published,
	// url, outlet, author. Names that are not mapped are looked for under the
	// usual ones.
	Map map[string]string
	// Published is the day given for every article (EDTF), over all metadata.
	Published string
	// Fallback is the publication day of articles for which neither they nor
	// what lies around them tell one: a feed's, for the page that it links.
	Fallback text.Published
	// AnyLanguage lets in texts that are not Arabic.
	AnyLanguage bool

	// Stdin is read for the path "-". Default os.Stdin.
	Stdin io.Reader
	// TempDir holds archives that arrive on a stream. Default os.TempDir().
	TempDir string
	// Refused is called for each refusal as it happens, before Walk goes on.
	Refused func(*Refusal)
	// Progress is called after each input that the paths name, with the bytes of
	// its file that are done.
	Progress func(path string, bytes int64)
}

func (o Options) withDefaults() Options {
	def := func(v *int64, d int64) {
		if *v <= 0 {
			*v = d
		}
	}
	def(&o.MaxArticle, 16<<20)
	def(&o.MaxRatio, 200)
	def(&o.MaxUnpacked, 256<<30)
	if o.MaxEntries <= 0 {
		o.MaxEntries = 1_000_000
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = 5
	}
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return o
}
