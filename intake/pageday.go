package intake

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mahdar/arabic"
	"mahdar/text"
)

// longestDateline is how many words a visible dateline may have.
const longestDateline = 14

// visible looks for the line above an article that states its day: «نشر في …»,
// «الخميس، 4 مايو 2031 10:57 ص». Only elements below the heading whose text is
// short and wholly about the date count, and the first wins: a date above the
// heading is the page's clock, and «آخر تحديث» alone is no publication.
func (m *pageMeta) visible(n *html.Node) {
	if m.dateline != "" || n.FirstChild == nil || !m.titleSeen {
		return
	}
	switch n.Data {
	case "span", "p", "div", "time", "li", "small", "td", "h2", "h3", "h4", "h5", "i", "em", "b", "strong", "label":
	default:
		return
	}
	if n.FirstChild.NextSibling != nil && n.FirstChild.Type != html.TextNode || n.FirstChild.Type != html.TextNode && n.FirstChild.Data != "time" {
		return
	}
	var b strings.Builder
	if !shortText(n, &b) {
		return
	}
	s := squeeze(b.String())
	if len(s) < 8 || len(strings.Fields(s)) > longestDateline {
		return
	}
	d, ok := ParseWhen(s)
	if !ok || !aboutDate(s) {
		return
	}
	m.dateline, m.datelineDay = s, d[:10]
	m.days = append(m.days, statedDay{d, "its dateline «" + s + "»", inVisibleText})
}

// shortText gathers the text under n, and gives up beyond 200 bytes.
func shortText(n *html.Node, b *strings.Builder) bool {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		b.WriteByte(' ')
	} else if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style") {
		return true
	}
	if b.Len() > 200 {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !shortText(c, b) {
			return false
		}
	}
	return true
}

// aboutDate reports whether s holds little besides a date, and a word of Arabic
// (a bare 1/2/2031 in a page may be anything).
func aboutDate(s string) bool {
	arabicWords, loose := 0, 0
	for _, p := range parts(arabic.Fold(s)) {
		if p.n >= 0 || p.text == "" || len(p.text) == 1 {
			continue
		}
		if p.text[0] >= 0x80 {
			arabicWords++
		}
		switch p.text {
		case "نشر", "نشرت", "النشر", "تاريخ", "بتاريخ", "في", "فى", "يوم", "الساعه", "بتوقيت", "غرينتش", "جرينتش", "مكه", "المكرمه", "ص", "م", "صباحا", "مساء", "ه", "الموافق", "هـ", "كتب", "اضيف", "التاريخ",
			"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاول", "الثاني", "كانون", "تشرين", "gmt", "am", "pm", "تم", "اخر":
			continue
		case "تحديث", "التحديث", "تعديل":
			return false
		}
		if oneMonth(dateParts{p}, 0).month == 0 {
			loose++
		}
	}
	return arabicWords > 0 && loose <= 2
}

// publication weighs the days that a page states. Where two places of weight
// name different days, the note says so.
func (m *pageMeta) publication(address string) text.Published {
	if d := addressDay(or(m.canonical, or(m.url, address))); d != "" {
		m.days = append(m.days, statedDay{d, "its address", inAddress})
	}
	var best statedDay
	for _, d := range m.days {
		if d.weight > best.weight {
			best = d
		}
	}
	if best.edtf == "" {
		return text.Published{Basis: text.Unknown}
	}
	pub := text.Published{EDTF: best.edtf, Basis: text.Stated, Note: best.where}
	for _, d := range m.days {
		if d.weight >= inVisibleText && d.edtf[:10] != best.edtf[:10] {
			pub.Note += "; " + d.where + " says " + d.edtf
			break
		}
	}
	if len(pub.EDTF) == 10 {
		// the hour, where another place tells it for the same day
		for _, d := range m.days {
			if d.weight >= inVisibleText && len(d.edtf) > 10 && d.edtf[:10] == pub.EDTF {
				pub.EDTF = d.edtf
				break
			}
		}
	}
	return pub
}

// addressDay finds a day in an address: /2031/10/07/, /2031-10-07-, /20311007…,
// /2031/section/10/7/.
func addressDay(s string) string {
	if d := spreadDay(strings.Split(s, "/")); d != "" {
		return d
	}
	for i := 0; i+8 <= len(s); i++ {
		if s[i] != '/' && s[i] != '-' && s[i] != '_' {
			continue
		}
		rest := s[i+1:]
		if len(rest) >= 10 && (rest[4] == '/' || rest[4] == '-') && rest[7] == rest[4] {
			if d := rest[:4] + "-" + rest[5:7] + "-" + rest[8:10]; validDate(d) && d > "1995" && (len(rest) == 10 || rest[10] < '0' || rest[10] > '9') {
				return d
			}
		}
		if len(rest) >= 8 && s[i] == '/' {
			if d := rest[:4] + "-" + rest[4:6] + "-" + rest[6:8]; validDate(d) && d > "1995" && d < "2100" {
				return d
			}
		}
	}
	return ""
}

// spreadDay finds a year and, within three segments after it, a month and a day.
func spreadDay(segments []string) string {
	for i, y := range segments {
		if len(y) != 4 || y < "1995" || y > "2100" {
			continue
		}
		for j := i + 1; j+1 < len(segments) && j < i+4; j++ {
			m, err1 := strconv.Atoi(segments[j])
			d, err2 := strconv.Atoi(segments[j+1])
			n, err3 := strconv.Atoi(y)
			if err1 == nil && err2 == nil && err3 == nil {
				if iso := isoDay(n, m, d); iso != "" {
					return iso
				}
			}
		}
	}
	return ""
}
