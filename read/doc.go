// Package read reads one article: it calls the stages, each of which is a
// sub-package of plain functions, in one visible order. It is pure: the same
// article and lexicon give the same reading, with no input, output or clock.
//
// Articles reads several, some of them together, in less time than one by one.
//
// It decides nothing of its own. What spans articles is package record's; what an
// article is, and in which language, intake has told before.
package read
