package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// tail is a walk over what follows the noun or verb of a meeting.
type tail struct {
	m         *meeting
	from, lim int
	near      int  // the words before this token belong to the meeting
	relative  bool // within a relative clause
	held      int  // the token after the verb of holding it, whose day is its day; 0 before it
	purpose   bool // past the word that tells what the meeting is for
	topic     bool // what it is about has been told
	done      bool
	bare      bool // who is met may stand without a preposition: لقاؤه سالما
}

// right reads what follows the noun phrase or verb of a meeting from token j
// to the end of its clause. Once the words turn to what the meeting is for, only
// days and places after a comma are taken.
func (r *reader) right(m *meeting, j int) {
	t := tail{m: m, from: j, lim: m.clause.last, near: j}
	t.bare = m.noun == "encounter" && r.word(m.at).reading.Pronoun != ""
	for k := j; k < t.lim && !t.done; {
		k = max(k+1, r.step(&t, k))
	}
}

// tailReaders are the readers of what follows a meeting, in the order in which they are
// asked.
var tailReaders = [...]func(*reader, *tail, int) (int, bool){
	(*reader).tailDate, (*reader).tailRelative, (*reader).tailAside, (*reader).tailResult, (*reader).tailPurpose,
	(*reader).tailCaller, (*reader).tailOf, (*reader).tailMissing, (*reader).tailWith, (*reader).tailAmong, (*reader).tailGathers, (*reader).tailBy, (*reader).tailRole, (*reader).tailTopic,
	(*reader).tailCourse, (*reader).tailAgain, (*reader).tailHeld, (*reader).tailPlace, (*reader).tailFiller,
}

// step reads what stands at token k by the first reader that knows it, and
// returns the token after it.
func (r *reader) step(t *tail, k int) int {
	if !r.tells(t, k) {
		if t.near == k && !t.purpose && r.fills(k) {
			t.near = k + 1
		}
		return k + 1
	}
	for _, read := range &tailReaders {
		if next, ok := read(r, t, k); ok {
			return next
		}
	}
	return k + 1
}

// tells reports whether token k may tell something of the meeting: most tell nothing.
func (r *reader) tells(t *tail, k int) bool {
	return k == t.from || (t.bare || t.m.noun == "call") && k == t.near || r.talk[k] != 0 || r.has(k, wordTail|wordTurning|wordYields|wordLasts|stemCapital) || r.p.Named(k) || r.p.Dated(k) || r.relative(k)
}

// tailRelative goes into a relative clause that follows at once; one further
// off ends the walk.
func (r *reader) tailRelative(t *tail, k int) (int, bool) {
	if !r.relative(k) {
		return k, false
	}
	if k > t.near+1 || t.purpose || r.ofSide(t.m, k) {
		t.m.clause.last = max(k, t.from)
		t.done = true
		return k, true
	}
	t.relative = true
	t.near = k + 1
	return k + 1, true
}

// tailAside notes that what follows is an aside or what the meeting is for.
func (r *reader) tailAside(t *tail, k int) (int, bool) {
	if !r.has(k, wordTurning) {
		return k, false
	}
	if !aside(r.p.Word(k), r.p.Word(k+1)) && !r.purpose(k) || r.class(k+2) == lexicon.TalkAttend && r.p.Word(k+1) == "ظل" || r.class(k+1) == lexicon.TalkAttend {
		return k, false
	}
	t.purpose = true
	return k + 1, true
}

// tailResult takes what came of the meeting.
func (r *reader) tailResult(t *tail, k int) (int, bool) {
	if !r.has(k, wordYields) || r.without(k) {
		return k, false
	}
	next, ok := r.resultAt(t.m, k, t.lim)
	if ok {
		t.purpose = true
	}
	return next, ok
}

// tailPurpose passes over what the meeting is for, up to another meeting.
func (r *reader) tailPurpose(t *tail, k int) (int, bool) {
	if !t.purpose {
		return k, false
	}
	if r.class(k) == lexicon.TalkRole && (r.word(k).reading.Prep == 'b' && r.sitsThereToo(k) || inside(r.p.Word(k+1)) && !r.denied(k)) {
		t.purpose, t.near = false, k // اجتماع لبحث الأزمة، بحضور سالم
		return k, false
	}
	t.done = r.mentioned(t.m, k, t.from, t.relative)
	return k + 1, true
}

// sitsThereToo reports whether the noun of role at token k speaks of the meeting though what
// it is for was told before: it follows a comma, or says who is there.
func (r *reader) sitsThereToo(k int) bool {
	if w := r.p.Word(k - 1); w == "،" || w == "," {
		return true
	}
	v := r.word(k).entry.Value
	return v == "present" || v == "party"
}

// join adds the parties of a list that ends before token next.
func (t *tail) join(list []party, role string, next int) (int, bool) {
	t.m.addAll(list, role, "")
	t.m.own += len(list)
	t.near = next
	return next, true
}

// tailCaller takes who calls: اتصال من فلان.
func (r *reader) tailCaller(t *tail, k int) (int, bool) {
	if t.m.noun != "call" || r.p.Word(k) != "من" {
		return k, false
	}
	list, next := r.parties(k+1, t.lim)
	return t.join(list, "", max(next, k+1))
}

// tailWith takes who meets: بين فلان وفلان، مع فلان.
func (r *reader) tailWith(t *tail, k int) (int, bool) {
	w := r.p.Word(k)
	if w == "بدعوه" && r.p.Word(k+1) == "من" && t.m.kind != "call" {
		if list, next := r.parties(k+2, t.lim); len(list) > 0 {
			t.m.addAll(list, "host", "")
			t.near, t.purpose = next, r.relative(next) // بدعوة من سالم الذي يرأس الاتحاد
			return next, true                          // زيارة بدعوة من سالم، بدأ الاجتماع بدعوة من سالم
		}
	}
	if w == "بينهما" && k <= t.near+1 && len(t.m.parts) == 0 && !r.articled(t.m.at) {
		return t.join(r.bothSaid(t.m.at), t.m.partyRole(), k+1)
	}
	if w != "بين" && w != "مع" && w != "ومع" && w != "وبين" {
		return k, false
	}
	if k > t.near+2 && (!r.adverbial(k-1) || r.turned(t.near, k)) || r.past(t.near, k) {
		return k + 1, true
	}
	if strings.HasSuffix(w, "بين") && k > t.from && (among(r.stem(k-1)) || r.class(k-1) == lexicon.TalkTruce && t.m.noun != "talks" && t.m.noun != "round") {
		t.purpose = true // تناولت الأزمة بين القمر والزهرة
		return k + 1, true
	}
	if strings.HasSuffix(w, "بين") && t.topic && (len(t.m.parts) > 1 || len(t.m.parts) == 1 && t.m.partyRole() == "") {
		t.purpose = true // محادثات سالم مع نادر حول السلام بين القمر والزهرة
		return k + 1, true
	}
	role := ""
	if w != "مع" {
		role = t.m.partyRole()
	}
	list, next := r.parties(k+1, t.lim)
	if len(list) == 0 && w == "مع" {
		t.m.stranger = t.m.stranger || r.isDefinite(k+1)
		t.purpose = true // with something that is nobody: مع تصاعد التوتر
		return k + 1, true
	}
	if own := r.officerBefore(k + 1); own != nil && strings.HasSuffix(w, "مع") && strings.HasPrefix(r.stem(k+1), "نظير") {
		t.m.add(participant{party: party{name: own.Name, actor: own.ID, kind: 'p'}}) // محادثات مع نظيره القمري: his
	}
	next, ok := t.join(list, role, max(next, k+1))
	r.addHeads(t.m, list, t.lim)
	return next, ok
}

// among reports whether w (a stem) is what there is between two who need not meet.
func among(w string) bool {
	switch w {
	case "علاقات", "علاقه", "خلاف", "خلافات", "توتر", "تعاون", "هوه", "فجوه", "ثقه", "حدود", "اشتباكات", "معارك", "مواجهات", "ازمه", "صراع", "نزاع", "حرب", "قتال", "عنف":
		return true
	}
	return false
}

// past reports whether one of two tokens right before k, from token i on, is a verb that
// tells of something else than meetings: «منذ توقيع الاتفاق مرت الشراكة بين …».
func (r *reader) past(i, k int) bool {
	for j := max(i, k-2); j < k; j++ {
		if r.talk[j] != 0 || gathers(trimWaw(r.p.Word(j))) {
			continue
		}
		if _, verb := r.finite(j); verb {
			return true
		}
	}
	return false
}

// turned reports whether in [i, k) a participle or verb after a comma takes the words
// elsewhere: «بعد اجتماعه بفلان، مبينا موقفه من التعامل مع …».
func (r *reader) turned(i, k int) bool {
	for j := i; j < k-1; j++ {
		if r.p.Word(j) != "،" || r.p.Named(j+1) {
			continue
		}
		if _, ok := r.finite(j + 1); ok || strings.HasPrefix(r.p.Word(j+1), "م") && strings.HasSuffix(r.p.Word(j+1), "ا") && r.word(j+1).entry == nil {
			return true
		}
	}
	return false
}

// coming reports whether a word of the date [i, k) says that it is ahead.
func (r *reader) coming(i, k int) bool {
	for ; i < k; i++ {
		switch r.p.Word(i) {
		case "المقبل", "المقبله", "القادم", "القادمه", "غدا":
			return true
		}
	}
	return false
}

// tailAmong takes those whom a list names among those who meet: مع المسؤولين، بمن
// فيهم فلان، من بينهم فلان.
func (r *reader) tailAmong(t *tail, k int) (int, bool) {
	next := k
	switch w := r.p.Word(k); {
	case w == "بمن" || w == "بما" || w == "من":
		if u := r.p.Word(k + 1); u != "فيهم" && u != "بينهم" && u != "ضمنهم" {
			return k, false
		}
		next = k + 2
	case w == "بينهم" || w == "وبينهم" || w == "ابرزهم":
		next = k + 1
	default:
		return k, false
	}
	if len(t.m.parts) == 0 || k > t.near+3 {
		return k, false
	}
	list, end := r.parties(next, t.lim)
	if len(list) == 0 || list[0].kind == 'l' {
		return k, false
	}
	return t.join(list, "", max(end, next))
}

// tailGathers takes those whom a verb says that the meeting brings together: لقاء
// جمع فلانا بفلان، اجتماع ضم فلانا وفلانا.
func (r *reader) tailGathers(t *tail, k int) (int, bool) {
	if !gathers(trimWaw(r.p.Word(k))) || k > t.near+6 || r.p.Named(k) || r.p.Word(k+1) == "بين" {
		return k, false
	}
	list, next := r.after(k, t.lim)
	if len(list) == 0 || list[0].kind == 'l' && len(list) < 2 {
		return k, false
	}
	for j := k + 1; j < list[0].at.first; j++ {
		t.m.when(r.p.Date(j))
	}
	if strings.HasPrefix(r.p.Word(next), "ب") && r.prepositional(next) {
		if more, end := r.parties(next, t.lim); len(more) > 0 && more[0].kind != 'l' {
			list, next = append(list[:len(list):len(list)], more...), end
		}
	}
	if s := r.tense(k); s != "" && t.m.status == "" {
		t.m.status = s
	}
	return t.join(list, "", max(next, k+1))
}

// gathers reports whether w is a verb that says whom a meeting brings together.
func gathers(w string) bool {
	switch w {
	case "جمع", "جمعت", "يجمع", "تجمع", "سيجمع", "ستجمع", "ضم", "ضمت", "يضم", "تضم", "سيضم", "ستضم":
		return true
	}
	return false
}

// tailRole takes who hosts, sponsors, mediates or heads.
func (r *reader) tailRole(t *tail, k int) (int, bool) {
	if k > t.near+3 && r.word(k).sense.Tense == arabic.Masdar && !r.inVenue(t.near, k) {
		return k, false
	}
	if e := r.word(k).entry; e != nil && e.ID == leads && r.word(k).reading.Pronoun != "" && r.relative(k-1) && len(t.m.parts) > 0 && t.m.parts[len(t.m.parts)-1].at.last == k-1 {
		var none meeting
		next, _ := r.roleAt(&none, k, t.lim) // الحركة التي يقودها سالم: no role at the talks
		t.near = max(next, k+1)
		return t.near, true
	}
	next, ok := r.roleAt(t.m, k, t.lim)
	if ok {
		next = max(next, k+1)
		t.near = next
	}
	return next, ok
}

// inVenue reports whether [i, k) is but where people sit, told with في, before a word of role with ب: «في
// القصر الجمهوري بحضور سالم».
func (r *reader) inVenue(i, k int) bool {
	for n := 0; n < 3 && r.p.Word(i) != "في"; n++ {
		i--
	}
	if r.p.Word(i) != "في" || k > i+6 || r.word(k).reading.Prep != 'b' || !seat(r.stem(i+1)) {
		return false
	}
	for j := i + 2; j < k; j++ {
		if _, verb := r.finite(j); verb || r.p.Mark(j) || r.relative(j) || r.talk[j] != 0 {
			return false
		}
	}
	return true
}

// leads is the verb for leading, be it talks or a side.
const leads = "qada"

// tailTopic takes what the meeting is about.
func (r *reader) tailTopic(t *tail, k int) (int, bool) {
	next, ok := r.topicAt(t.m, k, t.lim)
	if ok {
		t.topic = true
		if w := trimWaw(r.p.Word(k)); t.m.status == "" && (strings.HasPrefix(w, "ست") || strings.HasPrefix(w, "سي")) {
			t.m.status = "planned" // محادثات سالم مع نظيره ستتناول …
		}
		next = max(next, k+1)
		t.near = next
	}
	return next, ok
}

// tailCourse takes a verb that tells how the meeting goes: بدأت، تأجلت، انهارت.
func (r *reader) tailCourse(t *tail, k int) (int, bool) {
	if r.has(k, wordLasts) {
		if next, ok := r.wentOn(t, k); ok {
			return next, true
		}
		if t.m.noun == "" && r.class(k-1) != lexicon.TalkMeeting && r.class(k-2) != lexicon.TalkMeeting {
			return k + 1, true // سيلتقي نظيره بعد أزمة استمرت عامين: no verb of meeting lasts
		}
	}
	v, ok := r.is(k, lexicon.TalkCourse)
	tense := r.word(k).sense.Tense
	if !ok || tense == arabic.Masdar || r.p.Word(k-1) == "بعد" || r.p.Word(k-2) == "بعد" && !r.p.Mark(k-1) || t.topic && tense == arabic.Participle {
		return k, false
	}
	if t.relative && strings.HasPrefix(r.p.Word(k), "الاخير") {
		return k + 1, true // الذي سيعقد غدا، الأخير هذا العام: no course of it
	}
	if !t.relative && k > t.from+2 && k > t.near+1 && tense != arabic.Past {
		return k, false
	}
	if w := r.stem(k); (w == "يوقف" || w == "اوقف" || w == "ستوقف" || w == "سيوقف") && !r.p.Mark(k+1) {
		return k + 1, true // يوقف القتال: what it puts an end to
	}
	if v == "concluded" && strings.HasPrefix(r.stem(k), "انه") {
		return k + 1, true // أنهى الحرب: what it put an end to
	}
	r.courseVerb(t.m, k, v)
	t.near = k + 1
	return k + 1, true
}

// tailAgain ends the walk at the next meeting.
func (r *reader) tailAgain(t *tail, k int) (int, bool) {
	t.done = r.mentioned(t.m, k, t.from, t.relative)
	return k, t.done
}

// tailHeld takes a verb for holding the meeting: عقدت، يقوم بها فلان.
func (r *reader) tailHeld(t *tail, k int) (int, bool) {
	if r.class(k) != lexicon.TalkHold || !t.relative && k > t.near {
		return k, false
	}
	if s := r.verbStatus(k); s != "" && !t.m.firm {
		t.m.status = s
	}
	t.held = k + 1
	end := k + 1
	if w := r.p.Word(end); r.word(k).reading.Pronoun != "" && w != "بها" && w != "به" && r.word(k).sense.Tense != arabic.Masdar && !set(r.p.Word(k-1)) {
		end = r.heldBySubject(t, k)
	}
	if w := r.p.Word(end); w == "بها" || w == "به" {
		list, next := r.parties(end+1, t.lim)
		t.m.addAll(list, "", "")
		end = max(end+1, next)
		if q, ok := r.topic(t.m.at); ok && len(list) == 0 {
			t.m.add(participant{party: q})
		}
	}
	t.near = end
	return end, true
}

// heldBySubject takes who holds the meeting by the verb at token k, which has a pronoun for it:
// «المحادثات التي تجريها الحكومة مع الحركة», «محادثات أجراها مع الحركة». It returns the token after
// the words.
func (r *reader) heldBySubject(t *tail, k int) int {
	list, next := r.after(k, t.lim)
	if len(list) == 0 {
		if q, ok := r.topic(t.m.at); ok && r.p.Word(k+1) == "مع" {
			t.m.add(participant{party: q})
		}
		return k + 1
	}
	t.m.addAll(list, "", "")
	return max(next, k+1)
}

// tailFiller passes over marks, adverbs and adjectives, and takes what is set
// or awaited as planned.
func (r *reader) tailFiller(t *tail, k int) (int, bool) {
	if t.near == k && r.fills(k) {
		t.near = k + 1
	}
	if !t.m.firm && (!t.topic || r.p.Word(k-1) == "،" && r.class(k+1) == lexicon.TalkHold && r.word(k+1).reading.Pronoun != "") && set(r.p.Word(k)) {
		t.m.status = "planned"
		t.near = k + 2
	}
	return k + 1, true
}

// fills reports whether token k keeps what follows it near the meeting.
func (r *reader) fills(k int) bool {
	return r.p.Has(k, page.MarkToken|page.Adverb|page.Adjective) || r.p.Word(k) == "في" || r.counts(k) || lasts(r.stem(k))
}

// counts reports whether a number stands at token k.
func (r *reader) counts(k int) bool { _, ok := r.p.NumberAt(k); return ok }

// lasts reports whether w (a stem) measures how long a meeting lasted.
func lasts(w string) bool {
	switch w {
	case "ايام", "يومين", "يوم", "ساعات", "ساعه", "ساعتين", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين", "اشهر", "نحو", "قرابه", "عده":
		return true
	}
	return false
}

// set reports whether w says of a meeting that it is set or awaited.
func set(w string) bool {
	switch w {
	case "المقرر", "مقرر", "المتوقع", "المنتظر", "المزمع", "المقترح", "المقترحه":
		return true
	}
	return false
}
