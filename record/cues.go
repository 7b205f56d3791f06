package record

import (
	_ "embed"
	"strings"
	"sync"

	"mahdar/arabic"
)

//go:embed cues.tsv
var cueTable string

// cue is a set of classes of the cue table.
type cue uint32

// The classes.
const (
	cueBreach cue = 1 << iota
	cueFail
	cueDuty
	cueCause
	cueUntil
	cueAttend
	cueAgreed
	cueNot
	cueSitting
	cueTruce
	cueWithdraw
	cueRelease
	cueArms
	cueAid
	cueFirst
	cueStrike
	cueReply
	cueAgrees  // of agreed, the verbs
	cueReached // an agreement: come to, signed
	cueClaim   // a noun for what others assert: «اتهامات», «أنباء»
	cueRelated // «ما» is a claim with it: «ما نقل عنه»
	cueTrue    // denied, it calls a claim untrue: «لا أساس», «غير صحيحة»
	cueUntrue  // calls a claim untrue by itself: «كاذبة»
)

// topics are the classes of things that sides agree on and accuse each other of
// breaking.
const topics = cueTruce | cueWithdraw | cueRelease | cueArms | cueAid

var cueNames = map[string]cue{"breach": cueBreach, "fail": cueFail, "duty": cueDuty, "cause": cueCause, "until": cueUntil, "attend": cueAttend, "agreed": cueAgreed, "not": cueNot, "sitting": cueSitting,
	"truce": cueTruce, "withdraw": cueWithdraw, "release": cueRelease, "arms": cueArms, "aid": cueAid, "first": cueFirst, "strike": cueStrike, "reply": cueReply,
	"agrees": cueAgrees, "reached": cueReached, "claim": cueClaim, "related": cueRelated, "true": cueTrue, "untrue": cueUntrue}

// cueWords is the table, read once and never changed.
var cueWords = sync.OnceValue(func() map[string]cue {
	m := map[string]cue{}
	for line := range strings.Lines(cueTable) {
		class, ws, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(ws) {
			m[arabic.Fold(w)] |= cueNames[class]
		}
	}
	return m
})

// cues are the classes of each word of folded words.
func cues(ws []string) []cue {
	table := cueWords()
	out := make([]cue, len(ws))
	for i, w := range ws {
		c, ok := table[w]
		if !ok {
			c, _, _ = arabic.Lookup(table, w)
		}
		out[i] = c
	}
	return out
}

// has reports whether any word is of class c.
func has(cs []cue, c cue) bool {
	for _, x := range cs {
		if x&c != 0 {
			return true
		}
	}
	return false
}

// follows reports whether a word of class b stands at most n words after one
// of class a.
func follows(cs []cue, a, b cue, n int) bool {
	for i, x := range cs {
		if x&a == 0 {
			continue
		}
		for _, y := range cs[i+1 : min(len(cs), i+1+n)] {
			if y&b != 0 {
				return true
			}
		}
	}
	return false
}

// tellsBreach: somebody broke what he was bound to. «fell short of its
// undertakings», «violated the truce»; not «did not violate».
func tellsBreach(cs []cue) bool {
	for i, x := range cs {
		if x&cueBreach != 0 && (i == 0 || cs[i-1]&cueNot == 0) {
			return true
		}
	}
	return follows(cs, cueFail, cueDuty, 4)
}

// tellsAttendance: why somebody did not come, or came late.
func tellsAttendance(cs []cue) bool {
	return has(cs, cueAttend) && (has(cs, cueCause) || follows(cs, cueUntil, cueUntil, 1))
}

// How many words at most stand between what says that there is none, or that it was
// come to, and an agreement: «فشلت الأطراف المجتمعة منذ أسبوعين في التوصل إلى اتفاق».
const (
	noneBefore    = 12
	reachedBefore = 4
)

// tellsAgreement is "agreement" or "no-agreement" where the words tell one, ""
// else. Agreeing is told by a verb, or by a noun that somebody comes to: «the need
// of an agreement» is none. One «not» in the dozen words before it is enough for none
// to be told, one after it for nothing to be.
func tellsAgreement(cs []cue) string {
	for i, x := range cs {
		if x&cueAgreed == 0 {
			continue
		}
		if has(cs[max(0, i-noneBefore):i], cueNot|cueFail) {
			return "no-agreement"
		}
		if (x&cueAgrees != 0 || has(cs[max(0, i-reachedBefore):i], cueReached)) && !has(cs[i:], cueNot|cueFail) {
			return "agreement"
		}
	}
	return ""
}
