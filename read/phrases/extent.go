package phrases

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// Walk says how far a noun phrase may go.
type Walk struct {
	Limit   int  // token before which it must end
	Bounded bool // Limit is where something certain begins (إن, a quotation): take all that can belong
}

// Extent is the token after the noun phrase that begins at token i; i itself
// where none begins. A phrase is a head with its genitives and adjectives, the
// complement of an office («مبعوث الأمم المتحدة إلى اليمن»), names, and appositions with
// or without a comma. It stops before relative clauses, dates, verbs and
// adverbial phrases.
func Extent(p *page.Page, i int, w Walk) int {
	seen := p.Walk(i, w.Bounded)
	if seen != nil && seen.Limit > 0 && (int(seen.Limit) == w.Limit || int(seen.Reach) < min(w.Limit, int(seen.Limit))) {
		return int(seen.End)
	}
	st := extent{p: p, Walk: w, start: i, j: i}
	for st.within(st.j) && st.j < len(p.Tokens) && st.step() {
	}
	end := st.trimmed()
	if seen != nil && w.Limit > 0 {
		*seen = page.Walked{End: int32(end), Limit: int32(w.Limit), Reach: int32(st.reach)}
	}
	return end
}

// within reports whether token k may still belong, and remembers how far the walk
// has looked: under a limit further on the same phrase is found again.
func (e *extent) within(k int) bool {
	e.reach = max(e.reach, k)
	return k < e.Limit
}

// extent is a walk under way.
type extent struct {
	p *page.Page
	Walk
	start, j  int
	office    bool // the head takes prepositional complements, and no name closed it yet
	named     bool // a person's name has been taken
	closed    bool // the phrase is definite: only adjectives, names and offices may follow
	nouns     int  // words taken since the last name or comma
	reach     int  // the furthest token held against the limit
	described bool // an indefinite adjective was taken: no genitive may follow
}

// trimmed drops marks and conjunctions that the walk ended on.
func (e *extent) trimmed() int {
	j := e.j
	if j > e.start+1 && e.p.Mention(j-1) == nil && e.p.Has(j-1, page.Preposition) {
		j-- // «شككت قيادات في»: the verb's own
	}
	for j > e.start && e.p.Mark(j-1) && e.p.Word(j-1) != ")" && e.p.Tokens[j-1].Kind != arabic.Quote {
		j--
	}
	return j
}

// step takes the next unit of the phrase; false where it does not belong.
func (e *extent) step() bool {
	p, j := e.p, e.j
	t := &p.Tokens[j]
	if j > e.start && t.Gap >= arabic.Line || p.Dated(j) {
		return false
	}
	c := p.Class(j)
	if c&page.MarkToken != 0 {
		return e.mark()
	}
	if m := p.Mention(j); m != nil {
		return e.mention(m)
	}
	if c&special == 0 {
		return e.word(c)
	}
	if c&page.OfficeWord != 0 {
		if end, _, r, ok := Office(p, j); ok && (r.Prep == 0 || j == e.start) {
			return e.title(end, r)
		}
	}
	if c&page.Relative != 0 || j > e.start && c&(page.ToOutlet|page.ToPress) != 0 {
		return false
	}
	if c&page.Joint != 0 {
		if taken, decided := e.joint(t.Word); decided {
			return taken
		}
	}
	switch {
	case c&page.Preposition != 0:
		return e.complement(j, j+1)
	case c&page.Adverb != 0 && (j > e.start || !Demonstrative(t.Word)) && !(e.taken(j) && Demonstrative(t.Word)):
		return false
	case c&page.Finite != 0 && c&page.WordToken != 0:
		return false
	}
	return e.word(c)
}

// offered reports whether w (folded), an adjective by its form, is a noun for what is put before
// somebody.
func offered(w string) bool {
	switch w {
	case "المقترح", "المقترحات", "المشروع", "المخطط", "المطلب", "المنطلق":
		return true
	}
	return false
}

// taken reports whether the phrase ends, before token j, in a preposition of its own: «مصادر
// قريبة من {هذه} المحادثات».
func (e *extent) taken(j int) bool {
	return j > e.start+1 && e.p.Has(j-1, page.Preposition) && e.source()
}

// special are the classes of words that are not simply taken as a noun or adjective.
const special = page.OfficeWord | page.Relative | page.ToOutlet | page.ToPress | page.Joint | page.Preposition | page.Adverb | page.Finite

// joint takes a small word that has a part of its own in noun phrases; decided is
// false where it has none here.
func (e *extent) joint(w string) (taken, decided bool) {
	p, j := e.p, e.j
	switch {
	case j > e.start && (w == "نفسه" || w == "نفسها" || w == "ذاته" || w == "ذاتها" || w == "انفسهم"):
	case w == "باسم" || w == "لسان":
		e.office = true
		e.closed = false
	case w == "كل" || w == "احد" || w == "بعض" || w == "عدد" || w == "جميع" || w == "كافه":
		if e.closed && (e.named || !e.Bounded && w == "احد" || !e.Bounded && j+1 < len(p.Tokens) && (Definite(p, j+1) || p.Word(j+1) == "من")) || w == "كل" && e.closed && e.within(j+1) && p.Word(j+1) == "علي" {
			return false, true // «دعت الدول كافة الأطراف», «أعلنه الجانبان كل على حدة»
		}
		e.closed = false
	case w == "من" && e.nouns > 0 && countable(p.Word(j-1)):
		e.closed = false
	case w == "بن" || w == "ابن" || w == "بنت" || w == "ال":
	case w == "ل" || w == "ب":
		return false, true
	case j > e.start && strings.HasPrefix(w, "ولايت") && strings.HasPrefix(p.Word(j-1), "المنتهي"):
		// «المجلس المنتهية ولايته»
	case j > e.start && (w == "فان" || w == "فانه" || w == "فانها" || w == "فقد"):
		return false, true
	case j > e.start && e.takenUp(j):
		if e.within(j+1) && degree(p.Word(j+1)) {
			e.j++ // «المعترف بها دوليا»
		}
	default:
		return false, false
	}
	e.j++
	e.nouns++
	return true, true
}

// takenUp reports whether token j takes up by a pronoun what a definite participle
// before it describes: «الحكومة المعترف بها», «البنود المتفق عليها».
func (e *extent) takenUp(j int) bool {
	p := e.p
	if w := p.Word(j - 1); len(w) < 12 || w[:6] != "الم" || p.Mention(j-1) != nil {
		return false
	}
	switch p.Word(j) {
	case "به", "بها", "بهم", "عليه", "عليها", "عليهم", "اليه", "اليها", "اليهم":
		return true
	}
	return false
}

// mention takes a name.
func (e *extent) mention(m *fact.Mention) bool {
	p, j := e.p, e.j
	t := p.Tokens[j]
	inside := m.Start > t.Start             // particles before the name
	if j > e.start && p.Mention(j-1) == m { // the rest of a name begun in an office
		for e.j < len(p.Tokens) && e.within(e.j) && p.Tokens[e.j].Start < m.End {
			e.j++
		}
		e.closed = true
		return true
	}
	if inside && j > e.start && media(p, m) && !e.conjoined(j, m) {
		return false
	}
	if inside && j > e.start {
		for _, r := range p.Readings[j] {
			if r.Cut == 0 || p.Inner(j, int(r.Cut)) != m.Start {
				continue
			}
			switch {
			case r.Conj == 'w' && r.Prep == 0:
				if !e.Bounded && !(e.named && m.Type == fact.Person) && m.Type == fact.Person {
					return false
				}
				if !e.Bounded && m.Type != fact.Person && !e.closed {
					return false
				}
			case r.Prep != 0 && r.Conj == 0 && p.Has(j-1, page.Belonging):
			case r.Prep != 0 && r.Conj == 0:
				if !(e.office && !e.named) && !(r.Prep == 'b' && m.Type == fact.Location && e.source() && p.Named(j-1)) || media(p, m) {
					return false // but «مصدر في بعثة المنظمة بالجزيرة»
				}
			default:
				return false
			}
			break
		}
	}
	if !inside && j > e.start && !e.Bounded && (e.named || e.closed) && !(m.Type == fact.Person && !e.named) && !e.ofJoined(j, p.Class(j)) {
		return false
	}
	for e.j < len(p.Tokens) && e.within(e.j) && p.Tokens[e.j].Start < m.End {
		e.j++
	}
	e.closed = true
	e.nouns = 1
	if m.Type == fact.Person {
		e.named, e.office = true, false
	}
	return true
}

// conjoined reports whether the name m in token j has و before it.
func (e *extent) conjoined(j int, m *fact.Mention) bool {
	for _, r := range e.p.Readings[j] {
		if r.Cut > 0 && e.p.Inner(j, int(r.Cut)) == m.Start {
			return r.Conj != 0 && r.Prep == 0
		}
	}
	return false
}

// media reports whether m is an outlet, agency or network.
func media(p *page.Page, m *fact.Mention) bool {
	a := p.Actor(m.Actor)
	return a != nil && Media(a.Kind)
}

// Media reports whether an organisation of that kind relays others' words.
func Media(kind string) bool {
	switch kind {
	case "agency", "newspaper", "channel", "radio", "website", "social-network", "magazine":
		return true
	}
	return false
}

// title takes an office phrase.
func (e *extent) title(end int, r *lexicon.Reading) bool {
	if e.j > e.start && r.Conj != 0 && !e.Bounded && !e.closed {
		return false
	}
	if e.j > e.start && r.Conj == 'w' && !e.Bounded && !e.another(end) {
		return false
	}
	if e.j > e.start && r.Conj == 0 && !e.Bounded && (e.closed && e.j > e.start+1 || e.named) && e.p.Word(e.j) == "الرييس" && e.p.Word(e.j-1) != "الرييس" && (e.p.Has(e.j-1, page.Definite) || e.p.Named(e.j-1)) {
		return false // «دعا الأمين العام للحزب الرئيس المصري»: whom he asks
	}
	if e.j > e.start && r.Conj == 0 && e.closed && !e.Bounded && severalOf(e.p.Word(e.j)) && !severalOf(e.p.Word(e.start)) {
		return false // «أطلع رئيس الوزراء أعضاء المجلس»
	}
	if e.j = end; !e.within(end) {
		e.j = min(end, e.Limit)
	}
	e.office = true
	e.named = false
	last := e.j - 1
	e.closed = (r.Det || last > e.start && Definite(e.p, last)) && !e.p.Has(last, page.Preposition) && e.p.Word(last) != "باسم"
	e.nouns++
	return true
}

// another reports whether an office joined by و to a person with his name is followed
// by a name of its own, ending at token end: «وزير الخارجية سالم والمبعوث أحمد».
func (e *extent) another(end int) bool {
	if !e.named || e.j-e.start > 12 {
		return false
	}
	for k := end; k < end+3 && e.within(k) && k < len(e.p.Tokens); k++ {
		if m := e.p.Mention(k); m != nil {
			return m.Type == fact.Person && m.Start == e.p.Tokens[k].Start
		}
		if e.p.Class(k)&page.Adjective == 0 {
			return false
		}
	}
	return false
}

// complement takes a preposition (tokens [j, next)) where the head is an office
// or a source and the phrase after it is no time, venue or medium.
func (e *extent) complement(j, next int) bool {
	p := e.p
	w := p.Word(j)
	if j == e.start || e.named || !e.office && !e.source() || !e.within(next) || next >= len(p.Tokens) {
		return false
	}
	switch w {
	case "من":
		if !e.Bounded && (Definite(p, e.start) || e.closed && Definite(p, j-1) && !takesFrom(p.Word(j-1))) {
			return false // «طلب السفير من المجلس», «انسحب وفد المعارضة من المفاوضات»
		}
	case "في", "لدي":
	case "الي":
		if m := p.Mention(next); !e.office || !e.Bounded && (m == nil || m.Type == fact.Person) {
			return false // an envoy is sent to a place; «دعا الأمين العام إلى وقف …» is the verb's
		}
	case "عن":
		if h := arabic.Undet(p.Word(j - 1)); h != "مسوول" && h != "المسوول" && h != "ممثل" && h != "ممثلين" && h != "ممثلون" && h != "مندوبون" && h != "نايب" {
			return false
		}
	default:
		return false
	}
	if p.Date(next) != nil || p.Mark(next) && w != "من" || FiniteVerb(p, next) {
		return false
	}
	if p.Has(next, page.Adverb|page.Venue) && !(w == "من" && e.source() && Demonstrative(p.Word(next)) && next+1 < len(p.Tokens) && Definite(p, next+1)) {
		return false
	}
	e.j = next
	e.closed = false
	return true
}

// source reports whether the phrase is headed by a word for a source, whose
// complement belongs to it: مصدر في، مسؤول من، شهود من، متحدث باسم.
func (e *extent) source() bool {
	return e.p.Has(e.start, page.Source) || countable(e.p.Word(e.start))
}

// Venue reports whether token i heads a phrase of occasion («في تصريح»، «في مؤتمر
// صحفي»، «في ختام»، «في وقت سابق»), which is where or when something was said.
func Venue(p *page.Page, i int) bool { return p.Has(i, page.Venue) }

// word takes a common or unknown word of class c.
func (e *extent) word(c page.Class) bool {
	p, j := e.p, e.j
	conj, prep := c&page.WithConj != 0, c&page.WithPrep != 0
	joined := conj && j > e.start && e.alike(j) && e.source()
	switch {
	case conj && j > e.start:
		if !e.Bounded && !(Definite(p, j) && e.closed && !e.named) && !joined {
			return false // but «مصادر شمالية وجنوبية مطلعة»
		}
		if c&page.SpeechVerb != 0 && pastOrPresent(p, j) {
			return false
		}
		e.closed = false
	case prep && j > e.start && p.Has(j-1, page.Belonging) && strings.HasPrefix(p.Word(j), "ل"):
		e.closed = false
	case prep && j > e.start:
		if e.named || !e.office && !e.source() || !e.nominalAfterPrep(j) {
			return false
		}
		e.closed = false
	}
	def, adj := c&page.Definite != 0 || e.andThe(j), c&(page.Adjective|page.Belonging) != 0 || joined || j > e.start && (c&(page.General|page.Counting) != 0 || e.describes(j))
	if !e.Bounded && e.closed && !(adj && def) && !e.ofJoined(j, c) {
		return false
	}
	if e.Bounded && e.closed && c&page.Suffixed != 0 && !conj && !adj && p.Tokens[j-1].Kind == arabic.Quote && p.Tokens[e.start].Kind == arabic.Quote {
		return false // «أكدت "المرفأ" رفضها»: a name takes no noun after it
	}
	if !e.Bounded && e.named && !describesPerson(p, j) {
		return false
	}
	if !e.Bounded && (e.named || e.described) && !adj {
		return false
	}
	if !e.Bounded && e.described && strings.HasSuffix(p.Word(j), "ه") != strings.HasSuffix(p.Word(j-1), "ه") {
		return false // does not agree with the adjective before
	}
	if !e.Bounded && e.closed && adj && def && j > e.start+1 && !e.office && !e.named && !strings.HasSuffix(p.Word(j), "ه") && strings.HasSuffix(p.Word(j-1), "ه") && strings.HasSuffix(p.Word(e.start), "ه") && p.Has(j-1, page.Adjective) && p.Mention(j) == nil && c&page.General == 0 {
		return false // «رفضت الحكومة المصرية المطالب»: does not agree
	}
	if !e.Bounded && e.closed && def && j > e.start && offered(p.Word(j)) && (p.Has(e.start, page.Animate) || p.Named(e.start)) {
		return false // «رفض الجيش المقترح»: what was put to him, and no adjective of his
	}
	e.described = adj && !def && j > e.start && p.Word(j-1) != "احد" && p.Word(j-1) != "من" // «أحد أكبر الفصائل», «عدد من كبار ضباط الجيش»
	e.j++
	e.nouns++
	if def && !(conj && e.office) || c&page.Suffixed != 0 && !ofTwo(p, j) {
		e.closed = true
	}
	return true
}

// describes reports whether token j, by itself a word for people, is the adjective of the
// body named before it: «حركة المرفأ المتمردة».
func (e *extent) describes(j int) bool {
	w, v := e.p.Word(j), e.p.Word(j-1)
	if !strings.HasPrefix(w, "الم") {
		return OfMany(e.p, j)
	}
	for _, end := range [...]string{"ان", "ون", "ين"} { // «الطرفان المتنازعان»
		if strings.HasSuffix(w, end) && strings.HasSuffix(v, end) && strings.HasPrefix(v, "ال") && len(w) > 12 {
			return true
		}
	}
	return strings.HasPrefix(w, "المت") && strings.HasSuffix(w, "ه") && strings.HasSuffix(v, "ه") && e.p.Has(j-1, page.Definite|page.Adjective) && e.p.Has(j, page.Definite)
}

// pastOrPresent reports whether token j may be a verb of speech in the past or
// present.
func pastOrPresent(p *page.Page, j int) bool {
	for k := range p.Readings[j] {
		r := &p.Readings[j][k]
		if !r.Kinds.Has(lexicon.SpeechWord) {
			continue
		}
		for _, s := range r.Own() {
			if s.Kind == lexicon.SpeechWord && (s.Tense == arabic.Past || s.Tense == arabic.Present) {
				return true
			}
		}
	}
	return false
}

// describesPerson reports whether the word at token j may follow a person's name as
// its adjective: of a nation or place, or of having held an office.
func describesPerson(p *page.Page, j int) bool {
	w := arabic.Undet(p.Word(j))
	switch strings.TrimSuffix(w, "ه") {
	case "سابق", "اسبق", "حالي", "راحل", "مقبل", "منتخب", "جديد", "مخلوع", "الاب", "الابن":
		return true
	}
	return Definite(p, j) && page.RelativeForm(w)
}

// deed reports whether a reading is a noun of action as well.
func deed(r *lexicon.Reading) bool {
	for _, s := range r.Own() {
		if s.Kind == lexicon.DeedWord && s.Tense == arabic.Masdar {
			return true
		}
	}
	return false
}

// spelledAsVerb reports whether a reading with ل is a noun of action that its verb's past is
// spelled as: بحث, which may be a portfolio too («البحث العلمي»).
func spelledAsVerb(r *lexicon.Reading) bool {
	if !r.Kinds.Has(lexicon.DeedWord) {
		return false
	}
	for _, s := range r.Own() {
		if s.Kind == lexicon.DeedWord && s.Tense == arabic.Past {
			return true
		}
	}
	return false
}

// nominalAfterPrep reports whether token j, a noun with ب or ل, may complement an
// office: «متحدث بوزارة»، «الأمين العام لمجلس» and not «للصحفيين» or a venue.
func (e *extent) nominalAfterPrep(j int) bool {
	w := e.p.Word(j)
	switch w {
	case "للاعلام", "للصحافه", "لمراسل", "لوكاله", "لصحيفه", "لقناه", "لشبكه", "لموقع", "لاذاعه", "لتلفزيون", "لوسايل", "لمجله", "لـ", "ل", "لبرنامج":
		return false
	}
	for k := range e.p.Readings[j] {
		r := &e.p.Readings[j][k]
		if r.Prep != 'l' && r.Prep != 'b' || Venue(e.p, j) || r.Prep == 'b' && e.closed {
			continue
		}
		if r.Prep == 'l' && !r.Det && spelledAsVerb(r) {
			return false // «التقى قادة الحركة لبحث الأزمة»
		}
		for _, s := range r.Own() {
			if s.Kind == lexicon.HeadWord {
				switch e.p.Lex.Heads[s.Entry].Class {
				case lexicon.HeadOutlet, lexicon.HeadPlain, lexicon.HeadArea:
				default:
					return !e.closed || !deed(r) // «دعا الرئيس الفرنسي لتنفيذ القرار»
				}
			}
			if r.Prep == 'l' && (s.Kind == lexicon.PeopleWord || s.Kind == lexicon.UnitWord && page.PeopleUnit(e.p.Lex.Units[s.Entry].Unit) && !e.closed) {
				return true
			}
		}
	}
	return strings.HasPrefix(w, "لشوون") || strings.HasPrefix(w, "للشوون")
}
