package phrases

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
)

// mark takes parentheses, quoted names, hyphens, initials' dots, and a comma
// before an apposition.
func (e *extent) mark() bool {
	p, j := e.p, e.j
	switch w := p.Word(j); w {
	case "(", "«", "“", "\"", "”", "'", "''":
		if j == e.start && w == "(" {
			return false
		}
		most := j + 8
		if w != "(" && j > e.start {
			most = j + 6 // a name, not what somebody says
		} else if w == "(" {
			most = j + 20 // «الجمعيات الأربع (الأمل، العدل، …)»
		}
		for k := j + 1; k < len(p.Tokens) && k < most && e.within(k) && p.Tokens[k].Gap < arabic.Line; k++ {
			if v := p.Word(k); v == ")" || v == "»" || v == "”" || v == w && w != "(" {
				if w != "(" && k-j > 2 && e.office && !e.named && e.closed && !e.Bounded && p.Mention(j+1) == nil && !Definite(p, j+1) {
					return false // «اتهم المتحدث باسم الوزارة "مجموعات مسلحة"»: whom he accuses
				}
				e.j = k + 1
				e.closed = e.closed || j == e.start && w != "("
				return true
			}
		}
		return false
	case ".":
		if j > e.start && len(p.Word(j-1)) <= 4 && p.Tokens[j].Gap == arabic.None && e.within(j+1) && p.Tokens[j+1].Gap <= arabic.Space {
			e.j++
			return true
		}
		return false
	case "-", "–", "/", "ـ":
		if j > e.start && e.within(j+1) && p.Tokens[j+1].Gap <= arabic.Space && !p.Mark(j+1) && (p.Tokens[j+1].Gap == arabic.None || e.Bounded) {
			e.j++
			return true
		}
		return false
	case "،", ",":
		return e.apposition(j + 1)
	}
	return false
}

// apposition takes a comma where a name follows an office or an office a name,
// and the apposition is closed by another comma, the limit, or is a name.
func (e *extent) apposition(k int) bool {
	p := e.p
	if !e.within(k) || k >= len(p.Tokens) || p.Tokens[k].Gap >= arabic.Line || e.j == e.start {
		return false
	}
	if p.Tokens[k].Kind == arabic.Quote && e.office && e.within(k+2) {
		if m := p.Mention(k + 1); m != nil && m.Type == fact.Organisation {
			end := p.TokenAt(m.End-1) + 1
			if e.within(end) && end < len(p.Tokens) && p.Tokens[end].Kind == arabic.Quote {
				e.j = end + 1 // «زعيم فصيل، "حركة المرفأ"»
				return true
			}
		}
	}
	m := p.Mention(k)
	_, _, r, office := Office(p, k)
	joint := false
	for _, rd := range p.Readings[k] {
		if rd.Conj == 'w' && rd.Cut > 0 && e.Bounded {
			joint = m != nil && m.Start > p.Tokens[k].Start || rd.Kinds != 0
		}
	}
	switch {
	case office && r.Prep == 0 && (r.Conj == 0 || e.Bounded):
	case m != nil && m.Type == fact.Person && !e.named && m.Start == p.Tokens[k].Start:
	case e.Bounded && joint:
	case e.Bounded && !e.named && m == nil && Definite(p, k) && !p.Has(k, page.Preposition):
	case e.Bounded && m != nil && m.Type == fact.Organisation && m.Start == p.Tokens[k].Start && e.named:
	case e.Bounded && e.nouns > 0 && !FiniteVerb(p, k) && !p.Has(k, page.Preposition|page.Adverb) && e.superlative(k):
	default:
		return false
	}
	e.j = k
	e.named = e.named && m == nil
	e.closed, e.nouns = false, 0
	return true
}

// superlative reports whether an apposition such as «أقوى حليف ل…» or «أحد أهم …»
// begins at k: a word in أفعل or أحد.
func (e *extent) superlative(k int) bool {
	w := e.p.Word(k)
	return w == "احد" || w == "احدي" || len(w) == 8 && w[:2] == "ا" && !Definite(e.p, k) || w == "عضو" || w == "زعيم"
}
