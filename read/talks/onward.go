package talks

import (
	"strings"

	"mahdar/lexicon"
)

// onward takes what the sentence after that of a meeting goes on to tell of it, where its verb has the
// meeting for its subject or object without a name for it: «بدأت محادثات في ندى. {وترعاها} قمرستان», «…
// {وينتظر أن تمتد} أسبوعا برعاية قمرستان، ويشارك فيها سالم بصفة مراقب». Another meeting told in between
// would be what is spoken of.
func (r *reader) onward(m *meeting) {
	s := r.sentence(m.at)
	if m.kind == "call" || m.noun == "visit" || s.Last >= len(r.p.Tokens) || !r.p.Body(s.Last) || r.anotherMeets(m.clause.last, s.Last) {
		return
	}
	next := r.sentence(s.Last)
	k := r.overAwaited(next.First)
	fem := feminineNoun(r.p.Word(m.at))
	switch {
	case r.class(k) == lexicon.TalkRole && k == next.First:
		if !r.conjoined(k) || !r.pointsTo(k, fem) {
			return
		}
	case r.has(k, wordLasts) && strings.HasPrefix(strings.TrimPrefix(trimWaw(r.p.Word(k)), "س"), "ت") == fem:
		if w := r.p.Word(k); w == "لمده" || w == "مدي" || w == "مدار" {
			return
		}
		k++
	default:
		return
	}
	for ; k < next.Last; k++ {
		if r.anotherMeets(k, k+1) {
			return
		}
		if r.class(k) == lexicon.TalkRole {
			if end, ok := r.roleAt(m, k, next.Last); ok {
				k = end - 1
			}
			continue
		}
		if _, verb := r.finite(k); verb || r.relative(k) {
			return
		}
	}
}

// overAwaited is the token after words that say of what follows that it is awaited: «وينتظر أن»، «ومن
// المقرر أن»; k where none stand there.
func (r *reader) overAwaited(k int) int {
	j := k
	if trimWaw(r.p.Word(j)) == "من" {
		j++
	}
	if (set(r.p.Word(j)) || r.has(j, stemAhead)) && r.p.Word(j+1) == "ان" {
		return j + 2
	}
	return k
}

// anotherMeets reports whether a noun or verb of meeting stands in [i, k).
func (r *reader) anotherMeets(i, k int) bool {
	for ; i < k; i++ {
		if c := r.class(i); c == lexicon.TalkMeeting || c == lexicon.TalkMeet {
			return true
		}
	}
	return false
}

// pointsTo reports whether the word of role at token k has a pronoun, be it on a preposition after it, for
// a noun of the gender: «ترعاها»، «يشارك فيها».
func (r *reader) pointsTo(k int, fem bool) bool {
	switch r.p.Word(k + 1) {
	case "فيها", "بها", "عليها":
		return fem
	case "فيه", "به", "عليه":
		return !fem
	}
	switch r.word(k).reading.Pronoun {
	case "ها":
		return fem
	case "ه":
		return !fem
	}
	return false
}

// feminineNoun reports whether the noun w (folded) takes a feminine pronoun.
func feminineNoun(w string) bool { return strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") }

// underCare reports whether m tells of the talks of o in their sentence only who stood by them: «أنهت
// الحكومة والحركة جولة حوار، بعد محادثات رعتها قمرستان».
func (r *reader) underCare(o, m *meeting) bool {
	return m.noun == "talks" && len(m.parts) > 0 && onlyHelpers(m.parts) && m.place == "" && m.start == "" && o.kind == "round" && len(o.parts) > 1 && !onlyHelpers(o.parts) && r.sentenceOf(o.at) == r.sentenceOf(m.at)
}
