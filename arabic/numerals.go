package arabic

import "strings"

// Numeral is a number as it stands in a text, in digits, words or both.
type Numeral struct {
	First, Last int   // tokens, half-open
	Cut         int   // folded bytes of particles before it in the first token
	Min, Max    int64 // the value; they differ for «عشرات الآلاف» and its like
	Thousandths int64 // of one, beyond Min: 13.1 has Min 13 and Thousandths 100
	Conj        byte  // 'w' or 'f' where و or ف is attached before it
	Prep        byte  // 'b', 'l' or 'k' where that preposition is attached
	Definite    bool  // has the article: الثلاثة
	Digits      bool  // written in digits, at least in part
	Scaled      bool  // ends in a scale word: ألف، مليون
}

// Vague reports whether the words give only an order of magnitude.
func (n Numeral) Vague() bool { return n.Min != n.Max }

// numberLimit is the greatest value that is read; what is greater is no number
// of the news but an identifier.
const numberLimit = int64(1e15)

// NumberAt reads the longest number that begins with token i. A single word
// that is a number only beside others (عشر before nothing, نصف alone) is read
// for what it is alone or not at all. It reports false where none begins.
func (t *Text) NumberAt(i int) (Numeral, bool) {
	if i < 0 || i >= len(t.Tokens) {
		return Numeral{}, false
	}
	p := numberParser{t: t, n: Numeral{First: i, Last: i}}
	switch t.Tokens[i].Kind {
	case Number:
		return p.fromDigits()
	case Word:
		return p.fromWords()
	}
	return Numeral{}, false
}

// IsNumberWord reports whether the folded word, with any particles before it,
// may begin a number. It costs a few map look-ups.
func IsNumberWord(word string) bool {
	w, _ := lookNumber(word)
	return w.class != 0
}

// numberParser reads one number from left to right. group is the part below
// the scale to come, total what earlier scales made.
type numberParser struct {
	t            *Text
	n            Numeral
	total, group int64
	fraction     int64 // thousandths of group
	scale        int64 // the last scale that was read, 0 before any
	inGroup      bool
}

// fromDigits reads digits with their separators and what words follow:
// «270 ألفا», «2.7 مليون», «مليونا و200 ألف».
func (p *numberParser) fromDigits() (Numeral, bool) {
	v, frac, last, ok := p.t.digits(p.n.First)
	if !ok {
		return Numeral{}, false
	}
	p.n.Digits, p.group, p.fraction, p.n.Last, p.inGroup = true, v, frac, last, true
	p.more()
	return p.done()
}

// fromWords reads a number that begins with a word.
func (p *numberParser) fromWords() (Numeral, bool) {
	w, at := lookNumber(p.t.Tokens[p.n.First].Word)
	if w.class == 0 {
		return Numeral{}, false
	}
	p.n.Cut, p.n.Conj, p.n.Prep, p.n.Definite = at.Cut, at.Conj, at.Prep, at.Det
	switch w.class {
	case vague:
		return p.vague(w)
	case fraction:
		return p.fractionOf(w)
	case teen:
		w = numberWord{class: unit, value: 10} // عشر alone is ten
	case unit:
		if next := p.n.First + 1; w.value == 1 && at.Cut == 0 && p.t.Tokens[p.n.First].Word == "واحد" && next < len(p.t.Tokens) && p.t.Tokens[next].Word == "عشر" {
			p.n.Cut, p.n.Conj = len("و"), 'w' // «وأحد عشر», not «واحد»
		}
	}
	if w.class == scale && w.value > 0 && w.plural {
		return p.vagueScale(w)
	}
	if !p.take(w, false) {
		return Numeral{}, false
	}
	p.n.Last++
	p.more()
	return p.done()
}

// more takes the words and digits that go on with the number.
func (p *numberParser) more() {
	for k := p.n.Last; k < len(p.t.Tokens) && k < p.n.First+16; k = p.n.Last {
		tok := p.t.Tokens[k]
		if tok.Gap >= Line {
			return
		}
		if tok.Kind != Word {
			return
		}
		if tok.Word == "و" { // «و200», «و نصف»
			if !p.afterWaw(k + 1) {
				return
			}
			continue
		}
		w, at := lookNumber(tok.Word)
		if w.class == 0 || at.Prep != 0 || at.Conj == 'f' || at.Det && at.Conj == 0 && !p.n.Definite && w.class != scale && w.class != fraction {
			return
		}
		if w.class == vague && at.Conj == 0 && p.n.Digits || at.Conj == 'w' && w.class <= hundred && p.another(k) {
			return
		}
		if !p.take(w, at.Conj == 'w') {
			return
		}
		p.n.Last++
		if w.class == fraction && p.ofScale(p.n.Last) {
			p.n.Last++
		}
	}
}

// another reports whether the number word at token k, with و before it, begins a number of
// its own as high as the one before: «عشرة آلاف وخمسة عشر ألفا» are two.
func (p *numberParser) another(k int) bool {
	if p.scale == 0 || p.inGroup {
		return false
	}
	for at := k + 1; at < min(k+4, len(p.t.Tokens)); at++ {
		if p.t.Tokens[at].Kind != Word || p.t.Tokens[at].Gap >= Line {
			return false
		}
		if s := p.scaleAt(at); s > 0 {
			return s >= p.scale
		}
		if w, _ := lookNumber(p.t.Tokens[at].Word); w.class == 0 || w.class >= fraction {
			return false
		}
	}
	return false
}

// ofScale reports whether token k repeats the scale that a fraction is of: «ثلاثة ملايين
// ونصف المليون».
func (p *numberParser) ofScale(k int) bool {
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Kind != Word || p.t.Tokens[k].Gap >= Line {
		return false
	}
	w, at := lookNumber(p.t.Tokens[k].Word)
	return w.class == scale && at.Det && at.Conj == 0 && at.Prep == 0 && w.value == p.scale
}

// afterWaw takes the digits or the word at token k, after a separate و.
func (p *numberParser) afterWaw(k int) bool {
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Gap >= Line {
		return false
	}
	if p.t.Tokens[k].Kind == Word {
		w, at := lookNumber(p.t.Tokens[k].Word)
		if w.class == 0 || at.Cut != 0 || !p.take(w, true) {
			return false
		}
		p.n.Last = k + 1
		return true
	}
	v, frac, last, ok := p.t.digits(k)
	if !ok || frac != 0 {
		return false
	}
	room := p.scale // digits fill the place below the last scale
	if p.group > 0 {
		if p.group%100 != 0 || p.n.Digits {
			return false
		}
		room = 100
	}
	if v >= room || p.scaleAt(last) >= p.scale && p.scale != 0 { // «270 ألفا و330 ألف» are two
		return false
	}
	p.group, p.n.Last, p.n.Digits, p.inGroup = p.group+v, last, true, true
	return true
}

// scaleAt is the scale word at token k, 0 where there is none.
func (p *numberParser) scaleAt(k int) int64 {
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Kind != Word || p.t.Tokens[k].Gap >= Line {
		return 0
	}
	if w, at := lookNumber(p.t.Tokens[k].Word); w.class == scale && at.Cut == 0 {
		return base(w.value)
	}
	return 0
}

// take adds one number word. and tells that a و stands before it. It reports
// false, with nothing changed, where the word does not go on with the number.
func (p *numberParser) take(w numberWord, and bool) bool {
	first := !p.inGroup && p.scale == 0
	low := p.group % 100
	switch w.class {
	case unit:
		if w.value == 10 && !and && low > 0 && low < 10 { // «تسع عشرة»
			return p.take(numberWord{class: teen}, false)
		}
		if !first && (!and || low != 0 || p.fraction != 0) || p.n.Digits && p.inGroup {
			return false
		}
		p.group += w.value
	case teen:
		if and || low == 0 || low > 9 || p.n.Digits && p.group == low {
			return false
		}
		p.group += 10
	case tens:
		if !first && (!and || low > 9 || p.n.Digits && p.inGroup) {
			return false
		}
		p.group += w.value
	case hundred:
		switch {
		case first || and && p.group == 0:
			p.group += w.value
		case !and && w.value == 100 && p.group >= 3 && p.group <= 9 && !p.n.Digits:
			p.group *= 100
		default:
			return false
		}
	case scale:
		return p.takeScale(w, and, first)
	case fraction:
		if !and || p.scale == 0 || p.inGroup {
			return false
		}
		p.total += p.scale / 1000 * w.value
		return true
	default:
		return false
	}
	p.inGroup = true
	return true
}

// takeScale multiplies the group by a scale: ألف, مليون. A dual scale (ألفان)
// and a scale after و stand for themselves.
func (p *numberParser) takeScale(w numberWord, and, first bool) bool {
	if p.scale != 0 && w.value%1000 == 0 && base(w.value) >= base(p.scale) {
		return false
	}
	switch {
	case p.inGroup && !and && w.value == base(w.value):
		if p.group > numberLimit/w.value {
			return false
		}
		p.total += p.group*w.value + p.fraction*(w.value/1000)
	case first || and && !p.inGroup:
		p.total += w.value
	default:
		return false
	}
	p.group, p.fraction, p.inGroup, p.scale = 0, 0, false, base(w.value)
	p.n.Scaled = true
	return p.total <= numberLimit
}

// base is the scale that a scale word or its dual belongs to.
func base(v int64) int64 {
	for _, s := range [...]int64{1e12, 1e9, 1e6, 1e3} {
		if v >= s {
			return s
		}
	}
	return v
}

// done is the number that was read.
func (p *numberParser) done() (Numeral, bool) {
	v := p.total + p.group
	if v > numberLimit {
		return Numeral{}, false
	}
	p.n.Min, p.n.Max, p.n.Thousandths = v, v, p.fraction
	if p.inGroup {
		p.n.Scaled = false
	}
	return p.n, true
}

// vague reads «عشرات», «مئات الآلاف»: from two of the unit to just under the
// next (GUIDE of the records: «عشرات» is 20 to 99).
func (p *numberParser) vague(w numberWord) (Numeral, bool) {
	lo, hi := w.value*2, w.value*10-1
	p.n.Last++
	if k := p.n.Last; k < len(p.t.Tokens) && p.t.Tokens[k].Kind == Word && p.t.Tokens[k].Gap < Line {
		s, at := lookNumber(p.t.Tokens[k].Word)
		if s.class == scale && at.Cut == 0 && (at.Det || s.plural) {
			lo, hi = lo*s.value, w.value*10*s.value-1
			p.n.Last++
			p.n.Scaled = true
		}
	}
	p.n.Min, p.n.Max = lo, hi
	return p.n, true
}

// vagueScale reads a bare «آلاف», «الملايين».
func (p *numberParser) vagueScale(w numberWord) (Numeral, bool) {
	p.n.Last++
	p.n.Min, p.n.Max, p.n.Scaled = w.value*2, w.value*10-1, true
	return p.n, true
}

// fractionOf reads «ربع مليون», «نصف المليون», «ثلاثة أرباع» is not read.
func (p *numberParser) fractionOf(w numberWord) (Numeral, bool) {
	k := p.n.Last + 1
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Kind != Word || p.t.Tokens[k].Gap >= Line {
		return Numeral{}, false
	}
	s, at := lookNumber(p.t.Tokens[k].Word)
	if s.class != scale || s.plural || at.Cut > 0 || s.value != base(s.value) {
		return Numeral{}, false
	}
	v := s.value / 1000 * w.value
	p.n.Min, p.n.Max, p.n.Last, p.n.Scaled = v, v, k+1, true
	return p.n, true
}

// digits reads the digits at token i and their separators: thousands by
// commas, dots or ٬ before three digits, a decimal part otherwise. It returns
// the value, thousandths, and the token after.
func (t *Text) digits(i int) (v, frac int64, last int, ok bool) {
	if i >= len(t.Tokens) || t.Tokens[i].Kind != Number {
		return 0, 0, 0, false
	}
	v, ok = atoi(t.Tokens[i].Word)
	if !ok {
		return 0, 0, 0, false
	}
	last = i + 1
	groups := 0
	for last+1 < len(t.Tokens) && t.Tokens[last].Gap == None && t.Tokens[last+1].Gap == None && t.Tokens[last+1].Kind == Number {
		sep, next := t.Tokens[last].Word, t.Tokens[last+1].Word
		switch sep {
		case ",", "٬", "،", ".", "٫", "'":
		default:
			return v, frac, last, true
		}
		d, fine := atoi(next)
		if !fine {
			break
		}
		if len(next) == 3 && sep != "٫" && v < 1000*pow1000(groups) && v > 0 && (len(t.Tokens[i].Word) <= 3) {
			v, last, groups = v*1000+d, last+2, groups+1
			continue
		}
		if groups == 0 && len(next) <= 2 && sep != "'" && sep != "،" {
			for k := len(next); k < 3; k++ {
				d *= 10
			}
			return v, d, last + 2, true
		}
		break
	}
	return v, frac, last, true
}

func pow1000(n int) int64 {
	v := int64(1)
	for ; n > 0 && v < numberLimit; n-- {
		v *= 1000
	}
	return v
}

// atoi reads ASCII digits up to numberLimit.
func atoi(s string) (int64, bool) {
	if s == "" || len(s) > 15 {
		return 0, false
	}
	v := int64(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int64(s[i]-'0')
	}
	return v, true
}

// lookNumber finds the number word in word: as it stands, or after particles
// and the article.
func lookNumber(word string) (numberWord, Analysis) {
	if len(word) < 4 || len(word) > 30 || !mayNumber.May(word) {
		return numberWord{}, Analysis{}
	}
	if w, ok := numberWords[word]; ok {
		return w, Analysis{Stem: word}
	}
	rest, a := word, Analysis{}
	if len(rest) > 6 && (strings.HasPrefix(rest, "و") || strings.HasPrefix(rest, "ف")) {
		a.Conj = 'w'
		if rest[1] == 0x81 { // ف is D9 81
			a.Conj = 'f'
		}
		rest, a.Cut = rest[2:], 2
		if w, ok := numberWords[rest]; ok {
			return w, a
		}
	}
	if w, b, ok := definiteNumber(rest, a); ok {
		return w, b
	}
	if len(rest) <= 6 {
		return numberWord{}, Analysis{}
	}
	switch rest[:2] {
	case "ب":
		a.Prep = 'b'
	case "ل":
		a.Prep = 'l'
	case "ك":
		a.Prep = 'k'
	default:
		return numberWord{}, Analysis{}
	}
	if rest == "لست" { // «I am not», more often than «for six»
		return numberWord{}, Analysis{}
	}
	a.Cut += 2
	if a.Prep == 'l' && strings.HasPrefix(rest[2:], "ل") {
		a.Det = true
		if w, ok := numberWords[rest[4:]]; ok {
			return w, a
		}
		a.Det = false
	}
	rest = rest[2:]
	if w, ok := numberWords[rest]; ok {
		return w, a
	}
	w, b, _ := definiteNumber(rest, a)
	return w, b
}

// definiteNumber looks up rest without its article.
func definiteNumber(rest string, a Analysis) (numberWord, Analysis, bool) {
	if !strings.HasPrefix(rest, "ال") {
		return numberWord{}, Analysis{}, false
	}
	w, ok := numberWords[rest[4:]]
	a.Det = ok
	return w, a, ok
}
