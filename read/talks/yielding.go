package talks

import (
	"slices"
	"strings"

	"mahdar/lexicon"
)

// yieldsIn reports whether the verb at token k says in s that the speaker's own side will do what others
// wish: «قالت الحركة إنها ستسمح للمراقبين ب…», «قال وزير الخارجية القمري إن قمرستان ستعمل على …».
func (r *reader) yieldsIn(s *statement, k int) bool {
	if s.Kind == "unnamed" || s.Kind == "outlet" || r.class(k+1) == lexicon.TalkMeeting || r.class(k+1) == lexicon.TalkRole {
		return false
	}
	w := trimWaw(r.p.Word(k))
	switch {
	case strings.HasPrefix(w[4:], "عمل") && r.p.Word(k+1) != "علي",
		strings.HasPrefix(w[4:], "وقع") && r.p.Word(k+1) != "علي" && r.class(k+1) != lexicon.TalkBind,
		strings.HasPrefix(w[4:], "بق") && r.p.Word(k+1) != "في" && !strings.HasPrefix(r.stem(k+1), "ملتزم"):
		return false
	case strings.HasPrefix(w[4:], "نسحب"):
		for j := k + 1; j < s.content.last && j < k+4; j++ {
			if r.class(j) == lexicon.TalkMeeting || r.class(j) == lexicon.TalkBind {
				return false // سينسحب من المحادثات
			}
		}
	}
	switch r.stem(k - 1) {
	case "بلاده", "بلادها", "بلادنا", "بلادي":
		return k <= s.content.first+2
	}
	if k == s.content.first {
		return true
	}
	list, next := r.parties(s.content.first, k)
	return len(list) > 0 && next == k && r.ownSide(s, list)
}

// ownSide reports whether one of list is the speaker of s or the state or body for which he speaks.
func (r *reader) ownSide(s *statement, list []party) bool {
	a := r.p.Actor(s.Actor)
	for _, q := range list {
		if q.name == s.Name || q.actor != "" && q.actor == s.Actor {
			return true
		}
		if a != nil && (a.Country != "" && q.actor == "state:"+strings.ToLower(a.Country) || slices.ContainsFunc(a.Offices, func(o string) bool { return strings.Contains(o, q.name) })) {
			return true // الناطق باسم الحركة
		}
		for k := s.speaker.first; k < s.speaker.last && strings.HasPrefix(q.actor, "state:"); k++ {
			if r.stateAt(k) == q.actor[len("state:"):] {
				return true // وزير الخارجية القمري
			}
		}
	}
	return false
}
