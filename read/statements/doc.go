// Package statements finds who said what and who says so: words, claims,
// positions and attitudes that an article attributes to somebody, with the
// speaker, the chain of relays, the mode and the act.
//
// It reads sentence by sentence, each token once. A cue (a verb, participle or noun
// of the lexicon's speech table) opens a statement where one of its frames is met;
// the frame tells where the content begins, grammar tells where it ends:
//
//   - cue.go, verb.go, participle.go, led.go: which tokens are cues, and which only look like one;
//   - complement.go, frame.go, beside.go, bare.go, elided.go, literal.go, mark.go, quotation.go, object.go, adjunct.go,
//     preposition.go, memo.go: the frames;
//   - content.go, leaves.go, breaks.go: where the content ends, and its mode;
//   - speaker.go, bounds.go, left.go, after.go, agree.go, subject.go, paper.go: who speaks, before the verb, after it,
//     or as before;
//   - resolve.go, met.go, office.go, document.go, outlet.go, likeness.go: whom a phrase names;
//   - relay.go: through whom; forms.go, headline.go, nominal.go, antecedent.go: statements told
//     without a verb before them;
//   - act.go, deeds.go, blame.go: what the words do.
//
// A cue without a subject continues the last speaker whose verbs agree. Every
// statement names its rule (Rules). The package needs names and dates on the page
// (package names, package dates). It does not judge whether what is said is true,
// and it does not read claims inside closed quotations.
package statements
