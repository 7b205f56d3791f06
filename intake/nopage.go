package intake

import (
	"net/url"
	"slices"
	"strings"

	"mahdar/arabic"
)

// notArticle refuses a page that its metadata or its title shows to be
// something else than an article.
func (m *pageMeta) notArticle() *Refusal {
	title := arabic.Fold(m.headline() + " " + m.titleTag)
	for _, sign := range []struct{ words, what string }{
		{"404", "an error page"}, {"الصفحه غير موجوده", "an error page"}, {"الصفحه المطلوبه غير", "an error page"}, {"page not found", "an error page"},
		{"not found", "an error page"}, {"access denied", "an error page"}, {"403 forbidden", "an error page"}, {"just a moment", "a page that keeps programs out"},
		{"تسجيل الدخول", "a login page"}, {"تسجيل دخول", "a login page"}, {"log in", "a login page"}, {"sign in", "a login page"},
		{"نتائج البحث", "a list of search results"}, {"search results", "a list of search results"},
	} {
		if strings.Contains(title, sign.words) && !m.article && len(strings.Fields(title)) <= 14 {
			return noArticle(sign.what)
		}
	}
	if m.article {
		return nil
	}
	for _, t := range m.types {
		switch {
		case strings.HasPrefix(t, "video") || t == "videoobject":
			return noArticle("a video page")
		case t == "collectionpage" || t == "searchresultspage":
			return noArticle("a list of headlines")
		}
	}
	if slices.Contains(m.types, "article") {
		return nil
	}
	for _, a := range []string{m.canonical, m.url} {
		if u, err := url.Parse(a); a != "" && err == nil && (u.Path == "" || u.Path == "/") && u.RawQuery == "" {
			return noArticle("a home page")
		}
	}
	return nil
}

func noArticle(what string) *Refusal {
	return refuse(NoArticle, "give the address or file of the article itself", "is %s, not an article", what)
}

// The least an article has: words in all, or one sentence of some length (half
// of it, where it ends in a stop).
const (
	leastWords    = 30
	leastSentence = 12
)

// list refuses what was found on a page where it is too little or mostly links.
func (m *pageMeta) list(body []string, linked int) *Refusal {
	words := wordCount(body)
	long := 0
	for _, p := range body {
		if n := wordCount([]string{p}); n >= leastSentence || n >= leastSentence/2 && !endsOpen(p) {
			long++
		}
	}
	switch {
	case m.password && words < 4*leastWords && !m.article:
		return noArticle("a login page")
	case m.video && words < leastWords:
		return noArticle("a video page")
	case words == 0:
		return noArticle("a page without text")
	case 2*linked > words:
		return noArticle("a list of headlines")
	case long == 0 && words < leastWords:
		return noArticle("a page with next to no text")
	case long*6 < len(body) && len(body) >= 8 && !m.article:
		return noArticle("a list of headlines")
	}
	return nil
}
