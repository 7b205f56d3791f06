package intake

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mahdar/arabic"
	"mahdar/text"
)

// pageMeta is what a page says of itself: JSON-LD, Open Graph, <meta>, <time>,
// and the dateline that a reader sees.
type pageMeta struct {
	ogTitle, h1, titleTag, ldTitle string
	url, canonical                 string
	outlet, author                 string
	articleBody                    string
	types                          []string // og:type and @type of JSON-LD, lower case
	article                        bool     // JSON-LD or microdata call it an article
	days                           []statedDay
	dateline                       string // the visible line that states the day
	datelineDay                    string
	password, video                bool
	titleSeen                      bool // the walk has come past the article's heading
}

// statedDay is a publication day and where on the page it stands.
type statedDay struct {
	edtf   string
	where  string
	weight int
}

// The weights of places that state the publication day, the best last.
const (
	inAddress = iota + 1
	inOtherTime
	inVisibleText
	inMetaName
	inMicrodata
	inOpenGraph
	inJSONLD
)

// readMeta reads the metadata of a page in one pass.
func readMeta(doc *html.Node) *pageMeta {
	m := &pageMeta{}
	m.walk(doc, 0)
	return m
}

func (m *pageMeta) day(value, where string, weight int) {
	if d, ok := ParseWhen(value); ok {
		m.days = append(m.days, statedDay{d, where, weight})
	}
}

func (m *pageMeta) walk(n *html.Node, depth int) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "meta":
			m.meta(n)
		case "link":
			if attr(n, "rel") == "canonical" && m.canonical == "" {
				m.canonical = webAddress(attr(n, "href"))
			}
		case "title":
			if m.titleTag == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.Data == "head" {
				m.titleTag = squeeze(n.FirstChild.Data)
			}
		case "h1":
			if t := innerText(n); m.h1 == "" && len(strings.Fields(t)) >= 2 {
				m.h1, m.titleSeen = t, true
			}
		case "h2", "h3", "h4":
			if !m.titleSeen && m.ogTitle != "" {
				t := innerText(n)
				m.titleSeen = sameWords(t, m.ogTitle)
			}
		case "script":
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				m.jsonLD(n.FirstChild.Data)
			}
			return
		case "time":
			m.time(n)
		case "input":
			m.password = m.password || attr(n, "type") == "password"
		case "video":
			m.video = true
		}
		if strings.Contains(attr(n, "itemtype"), "Article") {
			m.article = true
		}
		if attr(n, "itemprop") == "datePublished" && n.Data != "meta" && n.Data != "time" {
			m.day(or(attr(n, "content"), innerText(n)), "itemprop datePublished", inMicrodata)
		}
		m.visible(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c, depth+1)
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// webAddress is s where it is an absolute http address, else "".
func webAddress(s string) string {
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return s
	}
	return ""
}

// meta reads one <meta>.
func (m *pageMeta) meta(n *html.Node) {
	v := attr(n, "content")
	if v == "" {
		return
	}
	set := func(dst *string) {
		if *dst == "" {
			*dst = squeeze(v)
		}
	}
	name := strings.ToLower(or(attr(n, "property"), or(attr(n, "name"), attr(n, "itemprop"))))
	switch name {
	case "og:title", "twitter:title", "headline":
		set(&m.ogTitle)
	case "og:url":
		if m.url == "" {
			m.url = webAddress(v)
		}
	case "og:site_name", "publisher", "application-name":
		set(&m.outlet)
	case "author", "article:author", "dc.creator":
		if webAddress(v) == "" {
			set(&m.author)
		}
	case "og:type":
		m.types = append(m.types, strings.ToLower(v))
	case "article:published_time", "og:article:published_time", "og:published_time", "article:published":
		m.day(v, name, inOpenGraph)
	case "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "published-date", "date", "dc.date", "dc.date.issued",
		"dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "published_time", "originalpublicationdate", "article_date_original":
		weight := inMetaName
		if strings.EqualFold(attr(n, "itemprop"), "datePublished") {
			weight = inMicrodata
		}
		m.day(v, name, weight)
	}
	if strings.EqualFold(attr(n, "itemprop"), "datePublished") && name != "datepublished" {
		m.day(v, "itemprop datePublished", inMicrodata)
	}
}

// time reads one <time>: the publication's where it says so, else any.
func (m *pageMeta) time(n *html.Node) {
	v := or(attr(n, "datetime"), innerText(n))
	hint := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class"))
	switch {
	case strings.Contains(hint, "modif") || strings.Contains(hint, "updat"):
	case strings.Contains(hint, "datepublished") || attr(n, "pubdate") != "" || strings.Contains(hint, "publish"):
		m.day(v, "time "+strings.TrimSpace(hint), inMicrodata)
	case strings.Contains(hint, "datecreated"):
		m.day(v, "time dateCreated", inMetaName)
	default:
		m.day(v, "time", inOtherTime)
	}
}

// jsonLD reads a block of JSON-LD. Many sites write raw line breaks into its
// strings, which JSON forbids; they are taken for blanks.
func (m *pageMeta) jsonLD(src string) {
	src = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, src)
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		return
	}
	m.ldNode(v, 0)
}

func (m *pageMeta) ldNode(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.ldNode(e, depth+1)
		}
	case map[string]any:
		m.ldNode(v["@graph"], depth+1)
		kind := ""
		for _, t := range asList(v["@type"]) {
			kind = strings.ToLower(t)
			m.types = append(m.types, kind)
		}
		if !strings.Contains(kind, "article") && !strings.Contains(kind, "posting") && kind != "report" {
			if kind == "webpage" && asString(v["datePublished"]) != "" {
				m.day(asString(v["datePublished"]), "JSON-LD WebPage datePublished", inMicrodata)
			}
			return
		}
		m.article = true
		m.day(asString(v["datePublished"]), "JSON-LD datePublished", inJSONLD)
		if m.ldTitle == "" {
			m.ldTitle = squeeze(html.UnescapeString(asString(v["headline"])))
		}
		if m.author == "" {
			m.author = squeeze(nameOf(v["author"]))
		}
		if m.outlet == "" {
			m.outlet = squeeze(nameOf(v["publisher"]))
		}
		if b := asString(v["articleBody"]); len(b) > len(m.articleBody) {
			m.articleBody = html.UnescapeString(b)
		}
	}
}

func asString(v any) string {
	s, _ := v.(string)
	return s
}

func asList(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// nameOf is the name of a JSON-LD person or organisation, in any of its forms.
func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var out []string
		for _, e := range v {
			if s := nameOf(e); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "، ")
	case map[string]any:
		return asString(v["name"])
	}
	return ""
}

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

// headline is the article's title: the page's own heading where the metadata
// agree with it, the metadata without the site's name else.
func (m *pageMeta) headline() string {
	for _, t := range []string{m.ogTitle, m.ldTitle} {
		if t == "" {
			continue
		}
		if m.h1 != "" && (strings.HasPrefix(t, m.h1) || strings.HasPrefix(m.h1, t)) {
			return m.h1
		}
		return cutSite(t, m.outlet)
	}
	if m.h1 != "" {
		return m.h1
	}
	return cutSite(m.titleTag, m.outlet)
}

// cutSite takes the site's name off the end of a title: «عنوان - موقع».
func cutSite(title, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		head, tail := title[:i], title[i+len(sep):]
		if outlet != "" && sameWords(tail, outlet) || sep == " | " && len(strings.Fields(tail)) <= 4 && len(strings.Fields(head)) >= 4 {
			return strings.TrimSpace(head)
		}
	}
	return title
}

// sameWords reports whether a and b are the same but for marks and spelling.
func sameWords(a, b string) bool {
	key := func(s string) string {
		var b strings.Builder
		for _, p := range parts(arabic.Fold(s)) {
			if len(p.text) > 1 || p.n >= 0 {
				b.WriteString(p.text)
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	k := key(a)
	return k != "" && k == key(b)
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
