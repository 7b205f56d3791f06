package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/page"
)

// What is to be done is often told as a list: «وقف القصف وفتح المعابر وتبادل الأسرى». In unvoweled
// writing many of its words may also be verbs (فتح، سحب، تبادل), and each may be a thing by itself.

// nextTask reports whether token j, which has the letters of a verb after و, goes on with the list of what
// is to be done from token k on: «وقف القصف {وفتح} المعابر», but «وقف القصف {وفتح} الجيش المعبر».
func (r *reader) nextTask(k, j int) bool {
	n := j + 1
	if !r.joinedTask(j) || !r.task(k) && !r.atTask(k) {
		return false
	}
	if w := r.p.Word(j); unowned(w) != w {
		return !r.mayBegin(n, false) // وقف القتال وجمع السلاح ورفعه
	}
	if r.preposition(n) && r.p.Word(n) != "نحو" || r.p.Mark(n) || r.opens(n) {
		return false
	}
	if m := r.p.Mention(n); m != nil {
		return m.Type == fact.Location && !r.stateActs(m) // وفتح ندى
	}
	return !r.mayBegin(n, false) || r.drawsOff(j)
}

// drawsOff reports whether token j and the word after it are of withdrawing men: وسحب القوات, but «وسحب
// الجيش قواته», «وسحب المسلحون».
func (r *reader) drawsOff(j int) bool {
	w := r.stem(j + 1)
	return strings.HasSuffix(r.p.Word(j), "سحب") && !strings.HasPrefix(w, "جيش") && !strings.HasSuffix(w, "ون") && r.troops(span{j + 1, j + 2})
}

// joinedTask reports whether token j is و and the letters of a noun for something that is to be done,
// whatever else they may be: وفتح، وصرف، وتبادل.
func (r *reader) joinedTask(j int) bool {
	w, ok := strings.CutPrefix(r.p.Word(j), "و")
	return ok && len(w) >= 4 && (stems.Of(unowned(w))&(stemAction|stemTask) != 0 || mutual(w))
}

// mutual reports whether w (folded) has the pattern of a noun for what sides do to one another: تبادل،
// تقاسم.
func mutual(w string) bool {
	return len(w) == 10 && strings.HasPrefix(w, "ت") && w[4:6] == "ا"
}

// parts cuts what is to be done at each thing that is told by itself: where the preposition of the first
// stands again or a comma before the next, «بوقف القصف وبفتح المعابر», «وقف القصف، وفتح المعابر»; where
// each is true, as of what a paper lays down, at every noun of action that goes on with the list.
func (r *reader) parts(s span, each bool) []span {
	var out []span
	from := s.first
	for k := s.first + 2; k+1 < s.last; k++ {
		if !strings.HasPrefix(r.p.Word(k), "و") || k-from < 2 || !r.nextPart(s.first, from, k, each) {
			continue
		}
		out = append(out, span{from, k})
		from = k
	}
	return append(out, span{from, s.last})
}

// nextPart reports whether token k begins another part of what is to be done from token first on, its
// last part begun at token from.
func (r *reader) nextPart(first, from, k int, each bool) bool {
	if r.quoteMark(first) {
		first++
	}
	if !r.task(first) && !r.atTask(first) || r.p.Mention(k) != nil {
		return false
	}
	if w := trimWaw(r.p.Word(k)); strings.HasPrefix(w, "ب") && len(w) > 4 {
		return strings.HasPrefix(r.p.Word(first), "ب") && r.prefixed(first) && (r.taskWord(k, w[2:]) || r.taskWord(k, stem(w)) || stems.Of(stem(w))&stemAction != 0 || stems.Of(w[2:])&stemAction != 0)
	}
	if r.p.Mark(k-1) && !r.quoteMark(k-1) {
		each = true
	}
	if !each || k-from > partReach || r.isDefinite(k) != r.isDefinite(first) || r.p.Has(k, page.Suffixed) || !r.joinedAction(k) && !r.nextTask(first, k) {
		return false
	}
	for j := from + 1; j < k; j++ {
		if w := r.p.Word(j); strings.HasPrefix(w, "ل") && r.prefixed(j) && r.task(j) && !r.p.Mark(k-1) {
			return false // تشكيل لجنة لمراقبة الهدنة وتسجيل الخروق
		}
	}
	return true
}

// eachPart are the clauses of what is asked for, cut where their preposition stands again: «برفع الحصار {وبصرف}
// الرواتب», «بفصل القضاء أو {بمنح} الحكم الذاتي».
func (r *reader) eachPart(clauses []span) []span {
	out := make([]span, 0, len(clauses))
	for _, c := range clauses {
		from := c.first
		for k := c.first + 3; k+1 < c.last && r.atTask(c.first) && strings.HasPrefix(r.p.Word(c.first), "ب"); k++ {
			switch {
			case r.p.Word(k-1) == "او" && strings.HasPrefix(r.p.Word(k), "ب") && r.atTask(k):
				out = append(out, span{from, k - 1})
			case strings.HasPrefix(r.p.Word(k), "وب") && r.nextPart(c.first, from, k, false):
				out = append(out, span{from, k})
			default:
				continue
			}
			from = k
		}
		out = append(out, span{from, c.last})
	}
	return out
}

// joinedTo reports whether token k is و with a task, whether or not it repeats a preposition: وبصرف، وصرف.
func (r *reader) joinedTo(k int) bool {
	w, ok := strings.CutPrefix(r.p.Word(k), "و")
	return ok && (r.joinedAction(k) || strings.HasPrefix(w, "ب") && len(w) > 4 && stems.Of(w[2:])&(stemAction|stemTask) != 0)
}

// partReach is how many words one part of a list may have before the next.
const partReach = 24

// bindParts records an undertaking with each of its parts by itself.
func (r *reader) bindParts(b bind, each bool) {
	for _, s := range r.parts(b.content, each) {
		one := b
		one.content = s
		r.bindTo(one)
	}
}
