// Package arabic is the language and nothing of the domain: folding of letters
// with a map back to the source, tokens, attached particles and pronouns,
// sentences, inflection of verbs and nouns, number words and numerals,
// romanisation.
//
// It does not know any word of news, diplomacy or war; those are data of
// package lexicon. It never changes a text: Text is a view of it.
package arabic
