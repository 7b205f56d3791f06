package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// window is how many sentences before and after a demand its answer is looked
// for.
const window = 3

// answers finds what became of each demand: refused or granted by the side it
// was made of, near it and in its words.
func (r *reader) answers() {
	type reply struct {
		at   int
		no   bool
		by   string
		keys []string
	}
	var list []reply
	for i := range r.p.Tokens {
		if !r.p.Body(i) {
			continue
		}
		no, ok := r.replies(i)
		if !ok {
			continue
		}
		s := r.p.Sentences[r.p.SentenceOf(i)]
		list = append(list, reply{at: i, no: no, by: r.replier(i), keys: r.keys(span{i + 1, min(s.Last, i+25)})})
	}
	for k := range r.wants {
		d := &r.wants[k]
		here := r.p.SentenceOf(d.content.first)
		for _, a := range list {
			if d.content.has(a.at) {
				continue
			}
			there := r.p.SentenceOf(a.at)
			if there < here-1 || there > here+window {
				continue
			}
			if a.by != "" && a.by == d.by {
				continue
			}
			n, _ := sharedKeys(d.keys, a.keys)
			near := there == here || there == here+1
			toIt := a.by != "" && d.of != "" && (a.by == d.of || within(strings.Fields(arabic.Fold(d.of)), strings.Fields(arabic.Fold(a.by))) || within(strings.Fields(arabic.Fold(a.by)), strings.Fields(arabic.Fold(d.of))))
			if n >= 2 || n == 1 && (toIt || len(d.keys) <= 3) || near && r.answersThat(a.at) {
				d.answer = "accepted"
				if a.no {
					d.answer = "rejected"
				}
				break
			}
		}
	}
}

// replies reports whether the word at token i refuses or grants something.
func (r *reader) replies(i int) (no, ok bool) {
	if _, _, is := r.speechWord(i, "reject"); is {
		return true, true
	}
	if _, s, is := r.p.Find(i, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		e := r.p.Lex.Speech[s.Entry]
		return e.Act == "accept" && (e.Class == "accept") && !rd.Undet
	}); is && s.Tense != arabic.Participle {
		switch stem(r.p.Word(i)) {
		case "وافق", "وافقت", "وافقوا", "قبل", "قبلت", "قبلوا", "استجاب", "استجابت", "موافقه", "موافقته", "قبول", "استجابه":
			return false, r.p.Word(i) != "قبل" || r.verbQabil(i)
		}
	}
	return false, false
}

// verbQabil tells «قبل الحوثيون» (accepted) from «قبل يوم» (before).
func (r *reader) verbQabil(i int) bool {
	list, _ := r.parties(i+1, min(i+6, len(r.p.Tokens)))
	return len(list) > 0 && i > 0 && (r.p.Word(i-1) == "ان" || r.p.Word(i-1) == "قد" || r.p.Mark(i-1))
}

// replier is the side that refuses or grants with the word at token i.
func (r *reader) replier(i int) string {
	if list, _ := r.parties(i+1, min(i+10, len(r.p.Tokens))); len(list) > 0 {
		return list[0].name
	}
	if list := r.beforeVerb(i, 0); len(list) > 0 {
		return list[0].name
	}
	return r.speakerAt(i)
}

// answersThat reports whether «ذلك» or «هذا المطلب» soon after the reply at token i
// points back to what was asked.
func (r *reader) answersThat(i int) bool {
	for k := i + 1; k < i+5 && k < len(r.p.Tokens); k++ {
		switch r.p.Word(k) {
		case "شروط", "شروطا", "ذلك", "الطلب", "المطلب", "المطالب", "الشروط", "شروطنا", "الشرط":
			return true
		}
	}
	return false
}
