package calendar

import (
	"strings"

	"mahdar/arabic"
)

// Month is a named month.
type Month struct {
	Number int
	Hijri  bool
	// Weak marks a name that is as often another word (مارس «he practised»,
	// آب, رجب, محرم): only a day, a year, «شهر» or a like word beside it makes
	// it a month.
	Weak bool
	// Bare marks a name that is a month only between a day and a year: the
	// Libyan names and the abbreviations ك2 and ت1.
	Bare bool
}

// Vocabulary is a set of month names.
type Vocabulary int

// The vocabularies, each with twelve names.
const (
	Common    Vocabulary = iota // يناير: Egypt, the Gulf, Sudan, Libya, Yemen, agencies
	Levantine                   // كانون الثاني: Syria, Lebanon, Jordan, Palestine, Iraq
	Maghrebi                    // جانفي: Algeria, Tunisia
	Moroccan                    // غشت, شتنبر: Morocco; Mauritania in part
	Libyan                      // أي النار: the Jamahiriya's own
	HijriNames
	vocabularies
)

// names are the twelve of each vocabulary in full spelling, variants after |.
var names = [vocabularies][12]string{
	Common: {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو|يونيه", "يوليو|يوليه", "أغسطس|أوغسطس", "سبتمبر|سيبتمبر", "أكتوبر|أوكتوبر", "نوفمبر", "ديسمبر|دسمبر"},
	Levantine: {"كانون الثاني|كانون ثان|كانون ثاني|كانون 2", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
		"تشرين الأول|تشرين أول|تشرين 1", "تشرين الثاني|تشرين ثان|تشرين ثاني|تشرين 2", "كانون الأول|كانون أول|كانون 1"},
	Maghrebi: {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية|جولية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
	Moroccan: {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"},
	Libyan:   {"أي النار", "النوار", "الربيع", "الطير", "الماء", "الصيف", "ناصر", "هانيبال", "الفاتح", "التمور", "الحرث", "الكانون"},
	HijriNames: {"محرم|المحرم", "صفر", "ربيع الأول|ربيع أول", "ربيع الآخر|ربيع الثاني|ربيع ثان", "جمادى الأولى|جمادى الأول", "جمادى الآخرة|جمادى الثانية|جمادى الآخر",
		"رجب", "شعبان", "رمضان", "شوال", "ذو القعدة|ذي القعدة|ذوالقعدة", "ذو الحجة|ذي الحجة|ذوالحجة"},
}

// weak lists the names that are as often other words.
var weak = map[string]bool{"مارس": true, "آب": true, "ماي": true, "أوت": true, "جوان": true, "محرم": true, "المحرم": true, "صفر": true, "رجب": true, "شعبان": true,
	"رمضان": true, "شوال": true}

// monthName is a name after its first word: the word that must follow, if any.
type monthName struct {
	rest  string
	month Month
}

// monthWords maps the folded first word of every name to the names that begin
// with it, those of two words first.
var monthWords = makeMonthWords()

func makeMonthWords() map[string][]monthName {
	m := map[string][]monthName{}
	add := func(name string, month Month) {
		first, rest, _ := strings.Cut(arabic.Fold(name), " ")
		n := monthName{rest, month}
		for _, have := range m[first] {
			if have.rest == rest {
				return // the same name in a second vocabulary
			}
		}
		if rest != "" {
			m[first] = append([]monthName{n}, m[first]...)
			return
		}
		m[first] = append(m[first], n)
	}
	for v := range vocabularies {
		for k, list := range names[v] {
			for name := range strings.SplitSeq(list, "|") {
				add(name, Month{Number: k + 1, Hijri: v == HijriNames, Weak: weak[name] || v == Libyan, Bare: v == Libyan})
			}
		}
	}
	for k, name := range map[int]string{1: "ك 2", 10: "ت 1", 11: "ت 2", 12: "ك 1"} {
		add(name, Month{Number: k, Weak: true, Bare: true})
	}
	return m
}

// MonthWords lists the folded first words of all names of months.
func MonthWords() []string {
	out := make([]string, 0, len(monthWords))
	for w := range monthWords {
		out = append(out, w)
	}
	return out
}

// MonthAt reads the name of a month that begins with token i, and with it a
// twin name of the same month after a blank, a slash, a hyphen or in brackets.
// cut is the number of folded bytes of attached particles, last the token
// after the name.
func MonthAt(t *arabic.Text, i int) (m Month, cut, last int, ok bool) {
	if i >= len(t.Tokens) {
		return Month{}, 0, 0, false
	}
	if t.Tokens[i].Word == "(" { // «(يونيو) حزيران»
		first, _, k, ok := nameAt(t, i+1)
		if !ok || k+1 >= len(t.Tokens) || t.Tokens[k].Word != ")" {
			return Month{}, 0, 0, false
		}
		second, c, k, ok := nameAt(t, k+1)
		if !ok || c != 0 || second.Number != first.Number || second.Hijri != first.Hijri {
			return Month{}, 0, 0, false
		}
		return strong(first), 0, k, true
	}
	m, cut, last, ok = nameAt(t, i)
	if !ok {
		return Month{}, 0, 0, false
	}
	if k, ok := twin(t, m, last); ok {
		return strong(m), cut, k, true
	}
	return m, cut, last, true
}

// strong is the month of a name that a second name confirms.
func strong(m Month) Month { m.Weak, m.Bare = false, false; return m }

// nameAt reads one name.
func nameAt(t *arabic.Text, i int) (m Month, cut, last int, ok bool) {
	if i >= len(t.Tokens) || t.Tokens[i].Kind != arabic.Word {
		return Month{}, 0, 0, false
	}
	list, a, ok := arabic.Lookup(monthWords, t.Tokens[i].Word)
	if !ok || a.Prep == 'k' {
		return Month{}, 0, 0, false
	}
	for _, n := range list {
		if n.rest == "" {
			if a.Stem == "اب" && !madda(t, i, a.Cut) {
				return Month{}, 0, 0, false
			}
			return n.month, a.Cut, i + 1, true
		}
		if i+1 < len(t.Tokens) && t.Tokens[i+1].Gap < arabic.Line && t.Tokens[i+1].Word == n.rest {
			return n.month, a.Cut, i + 2, true
		}
	}
	return Month{}, 0, 0, false
}

// madda tells آب from أب «father»: the source has آ, or an alif without hamza
// as many writers leave it.
func madda(t *arabic.Text, i, cut int) bool {
	at := t.Inner(i, cut)
	return !strings.HasPrefix(t.Source[at:], "أ") && !strings.HasPrefix(t.Source[at:], "إ")
}

// twin reads a second name of m that begins at token k or after a separator.
func twin(t *arabic.Text, m Month, k int) (last int, ok bool) {
	bracket := false
	for n := 0; n < 2 && k < len(t.Tokens) && t.Tokens[k].Gap < arabic.Line; n++ {
		switch t.Tokens[k].Word {
		case "/", "-", "–", "ـ", "\\", "|":
			k++
			continue
		case "(":
			bracket = true
			k++
			continue
		}
		break
	}
	other, cut, last, ok := nameAt(t, k)
	if !ok || cut != 0 || other.Number != m.Number || other.Hijri != m.Hijri || t.Tokens[k].Gap >= arabic.Line {
		return 0, false
	}
	if bracket {
		if last >= len(t.Tokens) || t.Tokens[last].Word != ")" {
			return 0, false
		}
		last++
	}
	return last, true
}

// Name is the first name of a month in a vocabulary; "" outside 1 to 12.
func Name(v Vocabulary, month int) string {
	if v < 0 || v >= vocabularies || month < 1 || month > 12 {
		return ""
	}
	first, _, _ := strings.Cut(names[v][month-1], "|")
	return first
}

// Write is the day in words, «14 آذار 2017», in one vocabulary. Outside the
// Umm al-Qura table a Hijri day is written in the Common vocabulary.
func Write(d Day, v Vocabulary) string {
	date := d.Date()
	if v == HijriNames {
		h, ok := ToHijri(d)
		if !ok {
			return Write(d, Common)
		}
		return plain(h.Day) + " " + Name(v, h.Month) + " " + plain(h.Year) + "هـ"
	}
	return plain(date.Day) + " " + Name(v, date.Month) + " " + plain(date.Year)
}

func plain(n int) string {
	width := 1
	for p := 10; p <= n; p *= 10 {
		width++
	}
	return digits(n, width)
}
