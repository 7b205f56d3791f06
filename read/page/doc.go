// Package page is the article under reading: its tokens, what the lexicon
// knows of them, and the findings so far. Each stage gets a Page, adds its
// findings to Page.Reading, and sees those of the stages before it.
//
// A Page belongs to one goroutine. It finds nothing itself.
package page
