package talks

import (
	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// hit is a token with which something may begin, and what.
type hit struct {
	at int
	on opening
}

// opening is a set of what a word may begin. Most words begin nothing, which one
// look at each tells for all the readers that come after.
type opening uint16

const (
	onCondition  opening = 1 << iota // شروط أهمها …
	onDuty                           // على X أن …
	onBefore                         // لن … قبل …
	onAsking                         // مطالبين ب…
	onBreach                         // أخلت ب…
	onKeeping                        // استكمال …
	onBinding                        // ملتزمة ب…
	onAgreement                      // اتفق … على …
	onNext                           // موعد
	onAbsence                        // قاطعت …
	onFailing                        // فشل في إقناع …
	onRepresents                     // يمثل الوفد …
	onWish                           // يريد فلان أن يفعل فلان …
)

// notice notes what token i, a word, may begin.
func (r *reader) notice(i int) {
	on := opening(r.bits[i])
	if e := r.word(i).entry; e != nil {
		switch e.Class {
		case lexicon.TalkBreach:
			on |= onBreach
		case lexicon.TalkAttend:
			on |= onAbsence
		case lexicon.TalkRole:
			if (e.Value == "present" || e.Value == "party") && r.denied(i) {
				on |= onAbsence
			}
		case lexicon.TalkKeep:
			on |= onBreach | onKeeping
		case lexicon.TalkBind:
			if e.ID == "iltazama" {
				on |= onBreach
			}
		case lexicon.TalkTruceCourse:
			if e.Value == "violation-alleged" || e.Value == "collapsed" {
				on |= onBreach
			}
		case lexicon.TalkTruce:
			on |= onAgreement
		}
	}
	if on != 0 {
		r.hits = append(r.hits, hit{i, on})
	}
}

// speechWord is the reading and sense of token i that make it a word of speech of
// the act; a verb is none where it has an article.
func (r *reader) speechWord(i int, act string) (*lexicon.Reading, *lexicon.Sense, bool) {
	if !r.p.Has(i, page.Speech) {
		return nil, nil, false
	}
	return speechWord(r.p, i, act)
}

func speechWord(p *page.Page, i int, act string) (*lexicon.Reading, *lexicon.Sense, bool) {
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if !rd.Kinds.Has(lexicon.SpeechWord) {
			continue
		}
		own := rd.Own()
		for n := range own {
			s := &own[n]
			if s.Kind == lexicon.SpeechWord && (!rd.Undet || s.Tense == arabic.Masdar) && p.Lex.Speech[s.Entry].Act == act {
				return rd, s, true
			}
		}
	}
	return nil, nil, false
}

// mayBegin reports whether a phrase for somebody may begin at token i; next is
// true after a conjunction.
func (r *reader) mayBegin(i int, next bool) bool {
	if r.recall(i, askParty, (*reader).readMayBegin) {
		return true
	}
	return next && i < len(r.p.Tokens) && r.p.Tokens[i].Kind == arabic.Word && r.p.Date(i) == nil && (r.people(i, true) || r.p.Is(i, lexicon.NisbaWord))
}

func (r *reader) readMayBegin(i int) bool {
	p := r.p
	if p.Mark(i) && p.Tokens[i].Kind == arabic.Punct || p.Date(i) != nil {
		return false
	}
	if p.Mention(i) != nil {
		return true
	}
	if p.Tokens[i].Kind == arabic.Quote {
		return p.Mention(i+1) != nil
	}
	if r.has(i, stemSide|stemBoth|stemHonorific) || r.people(i, false) {
		return true
	}
	_, _, _, office := r.officeAt(i)
	return office
}
