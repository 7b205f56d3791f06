// Package record turns readings into the record: it says which findings of
// which articles are evidence of the same fact, what disagrees, and on which
// days articles without a day can have been published.
//
// Findings lists what one reading contributes, each finding with the ID of its
// fact; a Fact is all the findings that bear one ID, with the articles that
// they stand in; Merge functions lay the findings of one fact side by side,
// slot by slot, without deciding between them.
//
// Three more things follow from a reading and can be kept beside it, so that a
// new article costs the same in a large record as in a small one:
//
//   - Traits, by whose keys facts under different ids are found that are one
//     (the same words a little changed, a visit planned and held) or may be one
//     (a surname and an office); Ties compares those that share a key.
//   - Claims, values that somebody gives to a slot of a fact; Weigh says of the
//     claims to one slot whether they disagree, and decides nothing.
//   - Clues to days; Solve bounds the days that no article states and gives its
//     reasons, Hang dates by them what an article tells of «today».
//
// Threads follow undertakings through what was said of them later, Trace finds
// the agency behind what many print, and Book does all of it in memory.
//
// All of it is a pure function of the readings: no clock, no order of arrival,
// no store. The package does not read articles (cues.tsv only tells what a
// statement that was read claims), keep anything, or word anything for people.
package record
