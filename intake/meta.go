package intake

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"mahdar/arabic"
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
