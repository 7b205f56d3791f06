package page

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// Room is what an article is read in, kept from article to article. One
// goroutine uses it at a time.
type Room struct {
	lex    *lexicon.Lexicon
	text   arabic.Room
	tagged lexicon.Tagged
	page   Page
	size   int // bytes of the largest article
}

// The places among lexicon.Scratch of those who keep room between articles.
const (
	pageScratch = iota
	NamesScratch
	StatementsScratch
	TalksScratch
	IncidentsScratch
)

// keptRoom is for articles of how many bytes room is kept at most.
const keptRoom = 1 << 19

// Take is room for an article that is read with lex.
func Take(lex *lexicon.Lexicon) *Room {
	if r, ok := lex.Scratch(pageScratch).Get().(*Room); ok {
		return r
	}
	return &Room{lex: lex}
}

// Text is arabic.New of src in r.
func (r *Room) Text(src string) *arabic.Text {
	r.size = max(r.size, len(src))
	return r.text.New(src)
}

// Page is New of t, tagged, in r.
func (r *Room) Page(doc *text.Document, t *arabic.Text, found *fact.Reading) *Page {
	r.lex.TagIn(&r.tagged, t)
	r.page.Tagged = &r.tagged
	r.page.lay(doc, found)
	return &r.page
}

// Give leaves r to the next article. Its text and page are gone; what was found
// stays.
func (r *Room) Give() {
	if r.size > keptRoom {
		return
	}
	r.page.Doc, r.page.Reading = nil, nil
	r.lex.Scratch(pageScratch).Put(r)
}
