// Package page is the article under reading: its tokens, what the lexicon
// knows of them, and the findings so far. Each stage gets a Page, adds its
// findings to Page.Reading, and sees those of the stages before it.
//
// What every stage asks of a token is worked out once, when the page is made, and
// kept by token in dense lists: its Class (what it is by itself: preposition,
// relative, finite verb, definite, a stop, part of the body; see Class for the
// whole list), its sentence, its block, and what covers it. So
//
//	p.Has(i, page.Preposition|page.Relative)
//	p.Next(i, last, page.Stop|page.Comma)
//	p.Sentence(i), p.Named(i), p.Dated(i), p.MentionFirst(i)
//
// cost a load each; ask them before anything that walks readings or compares
// words. A stage with word lists of its own makes one Vocabulary of them, lays it
// over the page, and tests its bits in the same way. Quotes and the noun phrases
// of package phrases are remembered on the page too.
//
// A Page belongs to one goroutine. It finds nothing itself.
package page
