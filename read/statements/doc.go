// Package statements finds who said what and who says so: words, claims,
// positions and attitudes that an article attributes to somebody, with the
// speaker, the chain of relays, the mode and the act.
//
// It reads sentence by sentence. A cue (a verb, participle or noun of the
// lexicon's speech table) opens a statement where one of its frames is met; the
// frame tells where the content begins, grammar tells where it ends. A cue
// without a subject continues the last speaker. It needs names and dates on the
// page (package names, package dates) and does not judge whether what is said is
// true.
package statements
