package incidents

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// settle is a copy of ps, one side of d, that holds until the article is read, under names
// that say who they are: of «الطرفان» the pair told before, of «وفدي الحركة والجبهة» the
// two, of «مسلحون من الحركة» the body. Words that tell nobody («آخرون») are marked.
func (r *reader) settle(d *deed, ps []party, suffers bool) []party {
	from := len(r.parties)
	for n := 0; n < len(ps); n++ {
		if q := &ps[n]; q.kind != "" || q.empty() || !r.unfold(d, ps, &n, suffers) {
			r.parties = append(r.parties, ps[n])
		}
	}
	return r.parties[from:len(r.parties):len(r.parties)]
}

// unfold adds those that the n-th of ps stands for, and passes n over the next where it
// takes that with it; false where it stands for itself.
func (r *reader) unfold(d *deed, ps []party, n *int, suffers bool) bool {
	p, q := r.p, ps[*n]
	h := q.first
	w := r.bare(h)
	if !suffers && sourceWord(w) { // مصادر دبلوماسية تشارك في المفاوضات: who tells of it
		ps[*n].vain = true
		return false
	}
	switch side, construct := dual(w); {
	case strings.HasPrefix(w, "نظيري") && len(w) > len("نظيري"): // نظيريه القمري والشمسي
		return q.last > h+1 && *n+1 < len(ps) && r.bothOf(ps, n, dualSide)
	case side != noDual && !construct:
		return r.bothOf(ps, n, side)
	case side != noDual && side != dualHead && q.last == h+2 && p.Word(h+1) == "كل" && p.Word(q.last) == "من":
		return r.bodyOf(d, q.last) // وفدا كل من
	case side != noDual:
		return r.twoOf(ps, n, side)
	case p.Word(h+1) == "من" && (w == "كل" || w == "كلا"): // كل من سالم وفهد
		if o, ok := r.party(span{h + 2, q.last}); ok {
			r.parties = append(r.parties, o)
			return true
		}
	}
	if q.last == h+1 && *n > 0 && ps[*n-1].last == h && r.nisba(h) >= 0 && r.shareNoun(ps[*n-1].span, h) { // مسؤولين قمريين وشمسيين
		q.name = r.words(span{ps[*n-1].first, h - 1}) + " " + q.name
		r.parties = append(r.parties, q)
		return true
	}
	if q.last == h+1 && bodyWord(w) {
		if m := r.bodyBefore(h, w); m != nil {
			q.name, q.kind, q.animate = m.Name, m.Type, true
			r.parties = append(r.parties, q)
			return true
		}
	}
	if k := r.eachOf(q.span); k > 0 { // وزير داخلية كل من القمر والشمس
		return r.officesOf(ps, n, span{h, k}, span{k + 2, q.last})
	}
	if end := r.whose(q.span, suffers && d.kind == "ASSAULT"); end > q.last {
		q.last = end
		q.name = r.words(q.span)
		r.parties = append(r.parties, q)
		return true
	}
	if suffers && d.kind != "CONSULT" && d.kind != "AGREE" && !d.between {
		ps[*n].vain = q.last == h+1 && unnamed(w)
		return false
	}
	if next := p.Word(q.last); (next == "من" || next == "عن") && q.last < r.sent.Last && r.group(q.span, w) && r.bodyOf(d, q.last) {
		return true
	}
	ps[*n].vain = q.last == h+1 && unnamed(w)
	return false
}

// The kinds of those whom a dual stands for.
const (
	noDual    = iota
	dualSide  // whoever they are: الطرفان
	dualState // البلدان
	dualBody  // الحركتان
	dualHead  // an office: وزيري الخارجية, الزعيمان
)

// dual is whom a dual (folded) stands for, and whether it stands before those two.
func dual(w string) (side int, construct bool) {
	det := strings.HasPrefix(w, "ال")
	s := strings.TrimPrefix(w, "ال")
	switch {
	case det && (strings.HasSuffix(s, "ان") || strings.HasSuffix(s, "ين")):
		s = s[:len(s)-4]
	case !det && (strings.HasSuffix(s, "ا") || strings.HasSuffix(s, "ي")):
		s = s[:len(s)-2]
	default:
		return noDual, false
	}
	switch s {
	case "طرف", "جانب", "وفد", "فريق", "حكومت", "جيش", "خصم", "غريم":
		return dualSide, !det
	case "بلد", "دولت", "جار", "جارت":
		return dualState, !det
	case "حركت", "حزب", "فصيل", "تنظيم", "جماعت", "جبهت":
		return dualBody, !det
	case "رجل":
		if det {
			return dualHead, false
		}
	case "وزير", "رييس", "زعيم", "قايد", "مبعوث", "سفير":
		return dualHead, !det
	}
	return noDual, false
}

// bodyWord reports whether a word (folded) is of a body that the article has named before:
// «حركة الفجر ... وهاجمت الحركة».
func bodyWord(w string) bool {
	switch w {
	case "الحركه", "التنظيم", "الجماعه", "الجبهه", "الحزب":
		return true
	}
	return false
}

// bodyBefore is the last body named before token i whose name begins with w, nil for none.
func (r *reader) bodyBefore(i int, w string) *fact.Mention {
	p := r.p
	head := strings.TrimPrefix(w, "ال") + " "
	for k := i - 1; k >= 0 && k > i-pairReach; k-- {
		if !r.named(k) || p.MentionFirst(k) != k {
			continue
		}
		if m := p.Mention(k); m.Type == fact.Organisation && strings.HasPrefix(arabic.Fold(m.Name), head) {
			return m
		}
	}
	return nil
}

// whose is the token after those whose somebody is («مسلحون تابعون للحركة») or, of what was
// struck, whose something is («قاعدة للجيش»), with ل after a phrase; its end where none are told.
func (r *reader) whose(s span, struck bool) int {
	p := r.p
	if s.last >= r.sent.Last || r.attached(s.last) != markLi || s.last == s.first+1 && !struck || p.Date(s.last) != nil {
		return s.last
	}
	owner := r.named(s.last) || r.has(s.last, sceneForce|bareActs)
	if s.last > s.first+1 && loyal(p.Word(s.last-1)) && !r.named(s.last-1) || struck && owner && !r.aim(s.last) && !phrases.Definite(p, s.first) && !r.personUnit(r.head(s)) && r.noName(s.first, s.last) {
		return r.phrase(s.last, min(r.sent.Last, s.last+reach), false)
	}
	return s.last
}

// sourceWord reports whether a word (folded) is of those who tell of deeds and do none.
func sourceWord(w string) bool {
	switch w {
	case "مصادر", "مصدر", "مصدران", "مصدرين", "المصادر", "المصدر", "شهود":
		return true
	}
	return false
}

// unnamed reports whether a word (folded) by itself names nobody.
func unnamed(w string) bool {
	switch w {
	case "اخرون", "اخرين", "اخر", "عده", "كل", "بعض":
		return true
	}
	return false
}

// bothOf adds the pair that the dual at the head of the n-th of ps stands for: those of its
// adjectives («الجانبين القمري والشمسي»), or the two told before.
func (r *reader) bothOf(ps []party, n *int, side int) bool {
	q := ps[*n]
	if k := q.first + 1; k+1 == q.last && *n+1 < len(ps) && ps[*n+1].first == q.last && ps[*n+1].last == q.last+1 {
		one, two := r.nisba(k), r.nisba(q.last)
		if one < 0 || two < 0 {
			return false
		}
		*n++
		if w := r.words(span{q.first, k}); side == dualHead { // الوزيرين القمري والشمسي
			first := r.words(span{k, q.last})
			second := r.words(span{q.last, q.last + 1})
			q.name = w[:len(w)-4] + " " + first
			ps[*n].name = w[:len(w)-4] + " " + second
			r.parties = append(r.parties, q, ps[*n])
			return true
		}
		r.parties = append(r.parties, r.state(one, k), r.state(two, q.last))
		return true
	}
	if q.last > q.first+1 && r.nisba(q.last-1) >= 0 {
		return false // الطرفين الفلسطينيين: of one state, and not the pair
	}
	return r.pairOr(q, q.first, side)
}

// pairOr adds the pair of the dual at token i, or q, which then tells nobody.
func (r *reader) pairOr(q party, i, side int) bool {
	two := r.pair(i, side)
	if two == nil {
		q.vain = true
		two = []party{q}
	}
	r.parties = append(r.parties, two...)
	return true
}

// twoOf adds the two that stand after a dual: «وفدي الحركة والجبهة», «وزيري خارجية القمر
// والشمس», «جيشي البلدين».
func (r *reader) twoOf(ps []party, n *int, side int) bool {
	q := ps[*n]
	g := q.first + 1
	if side == dualHead {
		for g < q.last && !r.named(g) {
			if of, construct := dual(r.bare(g)); of != noDual && !construct {
				break
			}
			g++
		}
		return r.officesOf(ps, n, span{q.first, g}, span{g, q.last})
	}
	for g < q.last && !r.named(g) {
		if of, construct := dual(r.bare(g)); of == noDual || !construct {
			break
		}
		g++ // وفدي حركتي الفجر والجبل
	}
	if of, construct := dual(r.bare(g)); g < q.last && !r.named(g) && of != noDual && !construct {
		return r.pairOr(q, g, of)
	}
	if g == q.last || *n+1 >= len(ps) || !r.follows(q.last, ps[*n+1].first) {
		return false
	}
	o, ok := r.party(span{g, q.last})
	if !ok {
		return false
	}
	r.parties = append(r.parties, o, ps[*n+1])
	*n++
	return true
}

// follows reports whether nothing but quotation marks and brackets stands in tokens [i, k).
func (r *reader) follows(i, k int) bool {
	if k < i || k > i+3 {
		return false
	}
	for ; i < k; i++ {
		if !r.p.Mark(i) {
			return false
		}
	}
	return true
}

// officesOf adds the office of each of two, or more: of the one that stands after the words of
// the office, and of the next of ps.
func (r *reader) officesOf(ps []party, n *int, office, of span) bool {
	var two []party
	if of.empty() {
		side, construct := dual(r.bare(office.last))
		if side == noDual || construct || office.last >= r.sent.Last || r.named(office.last) {
			return false
		}
		two = r.pair(office.last, side)
	} else if side, construct := dual(r.bare(of.first)); side != noDual && !construct && !r.named(of.first) {
		two = r.pair(of.first, side)
	} else if o, ok := r.party(of); ok {
		two = []party{o}
		for last := of.last; *n+1 < len(ps) && r.follows(last, ps[*n+1].first) && ps[*n+1].kind != fact.Person; *n++ {
			two = append(two, ps[*n+1])
			last = ps[*n+1].last
			if _, construct := dual(r.bare(office.first)); construct {
				*n++
				break
			}
		}
	}
	words := strings.Fields(r.words(office))
	if len(two) < 2 || len(words) == 0 {
		return false
	}
	if _, construct := dual(arabic.Fold(words[0])); construct {
		words[0] = words[0][:len(words[0])-2]
	}
	for _, q := range two {
		if q.kind != fact.Person {
			q.name, q.kind = strings.Join(words, " ")+" "+q.name, ""
		}
		q.span = span{office.first, office.first}
		r.parties = append(r.parties, q)
	}
	return true
}

// shareNoun reports whether the adjective of a state at token k is of the noun of the phrase
// before it, which ends with another in the same form.
func (r *reader) shareNoun(s span, k int) bool {
	if s.last < s.first+2 || r.nisba(s.last-1) < 0 || r.nisba(s.first) >= 0 || r.named(s.first) {
		return false
	}
	one, two := r.p.Word(s.last-1), r.bare(k)
	end := func(w string) string { return w[max(0, len(w)-4):] }
	return strings.HasPrefix(one, "ال") == strings.HasPrefix(two, "ال") && end(one) == end(two) && (end(one) == "ين" || end(one) == "ون")
}

// eachOf is the token of «كل من» after the first word of a phrase, 0 for none.
func (r *reader) eachOf(s span) int {
	for k := s.first + 1; k+2 < s.last; k++ {
		if r.p.Word(k) == "كل" && r.p.Word(k+1) == "من" {
			return k
		}
	}
	return 0
}

// group reports whether a phrase, headed by w, is of some people without a name, whom what
// stands after من or عن sends: «وفد من الحركة», «متشددون من التنظيم».
func (r *reader) group(s span, w string) bool {
	if r.number(s.first) || phrases.Definite(r.p, s.first) || r.named(s.first) {
		return false
	}
	if s.last > s.first+1 && phrases.Definite(r.p, s.last-1) {
		return false // «انسحب وفد المعارضة من المفاوضات»: theirs it is already
	}
	switch w {
	case "وفد", "وفدا", "وفود", "رتل", "عناصر", "اعضاء", "ممثلون", "ممثلين", "مندوبون", "مندوبين", "شخصيات", "قياديون", "قياديين", "مجموعه", "قوه", "اخرون", "اخرين":
		return true
	}
	return (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين")) && len(w) > 8 && r.has(s.first, sceneForce)
}

// bodyOf adds the body after من or عن at token k, with those joined to it where they met.
func (r *reader) bodyOf(d *deed, k int) bool {
	c := r.complementAt(k, min(r.sent.Last, k+reach))
	from := len(r.parties)
	for _, whole := range r.items(&c.complement) {
		for _, it := range slices.Clone(r.split(whole)) {
			q, ok := r.party(it)
			if !ok || q.media || q.kind == fact.Person && r.p.Word(k) == "من" || q.kind == fact.Location && q.country == "" && r.stateSeated(&q) == nil || q.kind == "" && (!phrases.Definite(r.p, it.first) || !q.animate) {
				if len(r.parties) > from && unnamed(r.bare(it.first)) && it.last == it.first+1 && r.p.Word(it.last) == r.p.Word(k) {
					r.bodyOf(d, it.last) // وآخرين عن الحركة
					return true
				}
				return len(r.parties) > from
			}
			r.parties = append(r.parties, q)
			if !d.between && d.kind != "CONSULT" && d.kind != "AGREE" || d.kind == "ASSAULT" {
				return true
			}
		}
	}
	return len(r.parties) > from
}

// pairReach bounds how far before a dual its pair is looked for, and the body before «الحركة»,
// in tokens.
const pairReach = 1500

// pair are the two told last before token i, as those between whom something was («بين
// القمر والشمس», «المحادثات القمرية الشمسية») or who met, fought or agreed; none where no
// two were told.
func (r *reader) pair(i, side int) []party {
	at, out := r.pairDone(i, side)
	sent := r.sent
	defer func() { r.sent = sent }()
	for k := i - 1; k > at && k > i-pairReach; k-- {
		if b := r.of(k); b&(wordBayn|wordNisba) == 0 || b&wordNamed != 0 || !r.p.Body(k) {
			continue
		}
		r.sent = r.p.Sentences[r.p.SentenceOf(k)]
		if two := r.pairAt(k); r.pairs(two, side) {
			return two
		}
	}
	return out
}

// pairDone are the two who did something together last before token i, and where.
func (r *reader) pairDone(i, side int) (int, []party) {
	for n := len(r.out) - 1; n >= 0; n-- {
		d := &r.out[n]
		if d.first < i-pairReach && !d.title {
			break
		}
		if d.first >= i || d.mode == "visit" || d.mode == "third-party" || !d.between && d.kind != "CONSULT" && d.kind != "AGREE" && d.kind != "ASSAULT" {
			continue
		}
		if len(d.actor)+len(d.recipient) != 2 {
			continue
		}
		if two := append(append([]party{}, d.actor...), d.recipient...); r.pairs(two, side) {
			return d.first, two
		}
	}
	return -1, nil
}

// pairAt are the two after بين or told by two adjectives of states at token k.
func (r *reader) pairAt(k int) []party {
	p := r.p
	if !r.has(k, wordBayn) {
		j := k - 1
		if p.Word(j) == "-" || p.Word(j) == "–" {
			j--
		}
		one, two := r.nisba(j), r.nisba(k)
		if one < 0 || two < 0 || one == two || r.named(j) || !phrases.Definite(p, j) || !phrases.Definite(p, k) || r.joined(k) || r.nisba(j-1) >= 0 || r.nisba(k+1) >= 0 {
			return nil
		}
		return []party{r.state(one, j), r.state(two, k)}
	}
	c := r.complementAt(k, min(r.sent.Last, k+reach))
	if c.from == c.to {
		return nil
	}
	items := r.items(&c.complement)
	if len(items) == 1 {
		items = slices.Clone(r.split(items[0]))
	}
	if len(items) != 2 {
		return nil
	}
	var out []party
	for _, it := range items {
		if m := p.Mention(it.first); m != nil && m.Type != fact.Person { // القمر أكثر من مرة
			for it.last > it.first+1 && p.Tokens[it.last-1].Start >= m.End {
				it.last--
			}
		}
		if q, ok := r.party(it); ok {
			out = append(out, q)
		}
	}
	return out
}

// pairs reports whether two parties may be those of a dual. Of «البلدين» the capitals
// become the states.
func (r *reader) pairs(two []party, side int) bool {
	if len(two) != 2 || two[0].name == two[1].name || (two[0].kind == fact.Person) != (two[1].kind == fact.Person) {
		return false
	}
	if man := two[0].kind == fact.Person; man && side != dualSide && side != dualHead || !man && side == dualHead {
		return false
	}
	for k := range two {
		q := &two[k]
		if q.media || !q.animate || q.kind == "" && !r.sideAlone(q.span) || side == dualBody && q.kind != fact.Organisation || side == dualState && q.kind != fact.Location {
			return false
		}
		if side == dualState && q.country == "" {
			st := r.stateSeated(q)
			if st == nil {
				return false
			}
			q.name, q.country = st.Name, strings.ToUpper(st.ID)
		}
	}
	return true
}

// stateSeated is the state of which a party is the capital, nil for none.
func (r *reader) stateSeated(q *party) *lexicon.State {
	m := r.p.Mention(q.first)
	if m == nil {
		return nil
	}
	a := r.p.Actor(m.Actor)
	if a == nil {
		return nil
	}
	st, ok := r.p.Lex.State(strings.ToLower(a.Country))
	if !ok || "place:"+st.Capital != a.ID {
		return nil
	}
	return st
}

// sideAlone reports whether a phrase without a name tells one of two sides by itself: «الحكومة»,
// «ممثلي الحركة», «قوات الجيش», and not «قياداتها», «الجانبين» or «22 قتيلا».
func (r *reader) sideAlone(s span) bool {
	if s.empty() || r.has(s.first, wordNumber|bareQuantifier) {
		return false
	}
	if side, _ := dual(r.bare(s.first)); side != noDual {
		return false
	}
	w := r.bare(s.first)
	det := strings.HasPrefix(w, "ال")
	return r.has(s.first, sceneForce|bareTalks) && (det || s.last > s.first+1) || r.p.Is(s.first, lexicon.PeopleWord) ||
		det && (r.has(s.first, wordNisba) || !strings.HasSuffix(w, "ين") && !strings.HasSuffix(w, "ون")) && !r.officeAt(s.first)
}
