package talks

import (
	"strings"

	"mahdar/lexicon"
)

// sureties are those who, in the clause of s, vouch for what it tells:
// بضمانة فلان وفلان، فلان وفلان كضامنين، الدولتان الضامنتان فلان وفلان.
func (r *reader) sureties(s span) []party {
	if s.empty() {
		return nil
	}
	c := r.clause(s.first)
	c.last = max(c.last, s.last)
	for k := c.first; k < c.last; k++ {
		v, ok := r.is(k, lexicon.TalkRole)
		vouches := ok && v == "guarantor"
		if !vouches && !r.surety(k) {
			continue
		}
		list, next := r.parties(k+1, c.last)
		if len(list) > 0 && (!vouches || r.word(k).reading.Det) {
			return list
		}
		if vouches && !r.word(k).reading.Det {
			if list := r.listBefore(k, c); len(list) > 0 {
				return list
			}
		}
		k = max(k, next-1)
	}
	return nil
}

// surety reports whether token k is بضمانة or بضمانات, or بضمان before a name:
// بضمان تنفيذ is a promise and no surety.
func (r *reader) surety(k int) bool {
	if r.word(k).reading.Prep != 'b' && !strings.HasPrefix(r.p.Word(k), "ب") {
		return false
	}
	switch strings.TrimPrefix(r.stem(k), "ب") {
	case "ضمانه", "ضمانات":
		return true
	case "ضمان":
		return r.p.Mention(k+1) != nil
	}
	return false
}

// listBefore is the list of parties that ends right before token k, the longest;
// before كضامن the first of the clause.
func (r *reader) listBefore(k int, c span) []party {
	loose := strings.HasPrefix(r.p.Word(k), "ك")
	for j := c.first; j < k; j++ {
		if list, next := r.parties(j, k); len(list) > 0 && (next == k || loose) {
			return list
		}
	}
	return nil
}
