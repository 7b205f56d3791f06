package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"mahdar/text"
)

const title = "الطرفان يعلنان هدنة في وادي القمر"

// body is the article without its title.
var body = strings.TrimSpace(strings.TrimPrefix(article, title))

// pageOf is a page of an invented site around the article.
func pageOf(head, extra string) string {
	return `<!DOCTYPE html><html lang="ar"><head><title>` + title + ` | صحيفة القمر</title>` + head + `</head><body>
<nav><a href="/">الرئيسية</a> <a href="/n">الاخبار</a></nav><h1>` + title + `</h1>` + extra + `
<div class="article"><p>` + body + `</p><p>` + strings.Repeat("وذكر الوسيط أن اللجنة المشتركة ستجتمع في مدينة النجم لبحث تبادل الأسرى وفتح الطرق بين السهل والجبل. ", 4) + `</p>
<p>وأعلن وفد الجبل من جهته أنه ملتزم بما اتفق عليه، وأن فريقا فنيا سيصل إلى المدينة خلال أيام لمراقبة الهدنة.</p></div>
<footer>جميع الحقوق محفوظة</footer></body></html>`
}

func jsonLine(fields map[string]any) string {
	b, _ := json.Marshal(fields)
	return string(b) + "\n"
}

func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := zw.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(files[i+1]))
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	tw := tar.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		if err := tw.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1])), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		tw.Write([]byte(files[i+1]))
	}
	tw.WriteHeader(&tar.Header{Name: "link.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink})
	tw.Close()
	return b.String()
}

func gz(s string) string {
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	zw.Write([]byte(s))
	zw.Close()
	return b.String()
}

// warcOf is one WARC record.
func warcOf(kind, uri, contentType, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-06T07:08:09Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, contentType, len(content), content)
}

func answer(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body
}

const httpType = "application/http; msgtype=response"

func TestFormats(t *testing.T) {
	page := pageOf(`<meta property="article:published_time" content="2031-05-04T10:57:00+03:00"><meta property="og:site_name" content="صحيفة القمر">`, "")
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)
	arabic1256, _ := charmap.Windows1256.NewEncoder().String(article)
	arabic8859, _ := charmap.ISO8859_6.NewEncoder().String(article)
	utf16le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(article)
	utf16be, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(article)
	page1256, _ := charmap.Windows1256.NewEncoder().String(strings.Replace(page, "<head>", `<head><meta charset="iso-8859-1">`, 1))
	rss := `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>القمر</title><link>https://example.org/</link>
<item><title>` + title + `</title><link>https://example.org/a</link><pubDate>الأحد، 04 مايو 2031 10:57:00 +0300</pubDate><content:encoded><![CDATA[<p>` + body + `</p>]]></content:encoded></item>
<item><title>خبر آخر</title><link>https://example.org/b</link><description>بداية خبر لا تنتهي...</description></item></channel></rss>`
	csv := "id,العنوان,content,date,url\n1," + title + ",\"" + body + "\",2031-05-04,https://example.org/a\n2,x,,2031-05-04,\n"
	for _, c := range []struct {
		name, data string
		opt        Options
		n          int    // articles
		format     string // of the first
		published  string
		refused    string // reason and count
	}{
		{"a.html", page, Options{}, 1, "html", "2031-05-04T10:57+03:00", ""},
		{"declared-wrongly.html", page1256, Options{}, 1, "html", "2031-05-04T10:57+03:00", ""},
		{"cp1256.txt", arabic1256, Options{}, 1, "text", "", ""},
		{"iso.txt", arabic8859, Options{}, 1, "text", "", ""},
		{"utf16.txt", utf16le, Options{}, 1, "text", "", ""},
		{"utf16be.txt", utf16be, Options{}, 1, "text", "", ""},
		{"a.xml", rss, Options{}, 1, "feed", "2031-05-04T10:57+03:00", "no-text 1"},
		{"a.jsonl", jsonLine(map[string]any{"text": body, "title": title, "date": "2031-05-04"}) + "{broken\n\n" + jsonLine(map[string]any{"x": 1}) + jsonLine(map[string]any{"content": body}), Options{}, 2, "json", "2031-05-04", "malformed 1 no-text 1"},
		{"mapped.jsonl", jsonLine(map[string]any{"a": map[string]any{"b": body}, "day": "٤/٥/٢٠٣١"}), Options{Map: map[string]string{"text": "a.b", "published": "day"}}, 1, "json", "2031-05-04", ""},
		{"lines.json", jsonLine(map[string]any{"text": body}) + jsonLine(map[string]any{"text": body}), Options{}, 2, "json", "", ""},
		{"array.json", "[" + jsonLine(map[string]any{"text": body}) + "," + jsonLine(map[string]any{"text": body}) + "]", Options{}, 2, "json", "", ""},
		{"pretty.json", "{\n \"title\": \"" + title + "\",\n \"text\": \"" + body + "\"\n}\n", Options{}, 1, "json", "", ""},
		{"around.json", `{"total": 1, "articles": [{"text": "` + body + `"}]}`, Options{}, 1, "json", "", ""},
		{"cut.json", "[" + jsonLine(map[string]any{"text": body}) + ", {\"text\": ", Options{}, 1, "json", "", "malformed 1"},
		{"html.jsonl", jsonLine(map[string]any{"html": page, "url": "https://example.org/a"}), Options{}, 1, "json", "2031-05-04T10:57+03:00", ""},
		{"a.csv", csv, Options{}, 1, "csv", "2031-05-04", "no-text 1"},
		{"semi.csv", "\ufefftitle;text\n" + title + ";" + body + "\n", Options{}, 1, "csv", "", ""},
		{"a.zip", zipOf(t, "x/a.txt", article, "x/a.meta.json", `{"published":"2031-05-04"}`, "../../b.html", page, "pic.png", "\x89PNG", "bad.txt", ""), Options{}, 2, "text", "2031-05-04", "empty 1"},
		{"a.tar.gz", gz(tarOf(t, "x/a.meta.json", `{"published":"2031-05-04"}`, "x/a.txt", article, "b.html", page)), Options{}, 2, "text", "2031-05-04", ""},
		{"nested.zip", zipOf(t, "in.zip", zipOf(t, "c.jsonl.gz", gz(jsonLine(map[string]any{"text": body})))), Options{}, 1, "json", "", ""},
		{"deep.zip", zipOf(t, "in.zip", zipOf(t, "c.jsonl.gz", gz(jsonLine(map[string]any{"text": body})))), Options{MaxDepth: 2}, 0, "", "", "nesting 1"},
		{"doc.docx", zipOf(t, "[Content_Types].xml", "<x/>"), Options{}, 0, "", "", "binary 1"},
		{"a.warc", warcOf("warcinfo", "", "application/warc-fields", "software: x\r\n") +
			warcOf("request", "https://example.org/a", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
			warcOf("response", "https://example.org/a", httpType, answer("200 OK", "Transfer-Encoding: chunked\r\n", chunked)) +
			warcOf("response", "https://example.org/b", httpType, answer("200 OK", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz(page)), gz(page)))) +
			warcOf("response", "https://example.org/c", httpType, answer("200 OK", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", page)) +
			warcOf("revisit", "https://example.org/a", httpType, answer("200 OK", "", "")) +
			warcOf("response", "https://example.org/404", httpType, answer("404 Not Found", "", "x")) +
			"garbage\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n" +
			warcOf("conversion", "https://example.org/d", "text/plain", article), Options{}, 4, "warc", "2031-05-04T10:57+03:00", "malformed 1"},
		{"a.warc.gz", gz(warcOf("response", "https://example.org/a", httpType, answer("200 OK", "", page))) + gz(warcOf("response", "https://example.org/b", httpType, answer("200 OK", "", page)))[:300] + gz(warcOf("response", "https://example.org/c", httpType, answer("200 OK", "", page))), Options{}, 2, "warc", "2031-05-04T10:57+03:00", "malformed 1"},
		{"home.html", `<html><head><link rel="canonical" href="https://example.org/"></head><body><p>` + body + `</p></body></html>`, Options{}, 0, "", "", "no-article 1"},
		{"tags.html", `<html><head><title>وسم</title></head><body>` + strings.Repeat(`<h3><a href="/x">`+title+`</a></h3>`, 12) + `</body></html>`, Options{}, 0, "", "", "no-article 1"},
		{"login.html", `<html><head><title>تسجيل الدخول</title></head><body><form><input type="password"></form></body></html>`, Options{}, 0, "", "", "no-article 1"},
		{"404.html", `<html><head><title>404 الصفحة غير موجودة</title></head><body><p>عذرا</p></body></html>`, Options{}, 0, "", "", "no-article 1"},
		{"video.html", `<html><head><meta property="og:type" content="video.other"><title>لقاء</title></head><body><p>شاهد اللقاء</p></body></html>`, Options{}, 0, "", "", "no-article 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(p, []byte(c.data), 0o644); err != nil {
				t.Fatal(err)
			}
			docs, rep := collect(t, c.opt, p)
			check := func(how string, docs []*text.Document, rep Report) {
				var refused []string
				for _, why := range []Reason{Bomb, Binary, Empty, Malformed, NoText, NoArticle, TooDeep, NotArabic, OtherTongue, Encoding, NoArticles, Unsupported, TooLarge} {
					if n := rep.Refused[why]; n > 0 {
						refused = append(refused, fmt.Sprint(why, " ", n))
					}
				}
				if len(docs) != c.n || strings.Join(refused, " ") != c.refused {
					t.Fatalf("%s: %d articles, refused %q (%v), want %d, %q", how, len(docs), refused, rep.Refusals, c.n, c.refused)
				}
				if c.n == 0 {
					return
				}
				d := docs[0]
				if d.Source.Format != c.format || d.Published.EDTF != c.published {
					t.Errorf("%s: format %q published %q, want %q %q", how, d.Source.Format, d.Published.EDTF, c.format, c.published)
				}
				for _, d := range docs {
					if !strings.Contains(d.Text, "ملتزمان بالهدنة") {
						t.Errorf("%s: text of %s is %.80q", how, d.Source.Path, d.Text)
					}
					if len(d.Source.SHA256) != 64 {
						t.Errorf("%s: no hash", how)
					}
				}
			}
			check("file", docs, rep)
			if strings.HasSuffix(c.name, ".csv") || strings.Contains(c.name, ".json") && c.name != "a.jsonl" || strings.HasSuffix(c.name, ".docx") {
				return // on a stream these are known by their name only
			}
			c.opt.Stdin = strings.NewReader(c.data)
			docs, rep = collect(t, c.opt, "-")
			check("stream", docs, rep)
		})
	}
}

func TestWARCSource(t *testing.T) {
	dir := write(t, map[string]string{"a.warc": warcOf("revisit", "https://example.org/a", httpType, "") + warcOf("response", "https://example.org/a", httpType, answer("200 OK", "", pageOf("", "")))})
	docs, rep := collect(t, Options{}, dir)
	if len(docs) != 1 || rep.Skipped[Revisit] != 1 {
		t.Fatalf("%d articles, %+v", len(docs), rep)
	}
	s := docs[0].Source
	if s.URL != "https://example.org/a" || s.Retrieved.IsZero() || s.Title != title || !strings.HasSuffix(s.Path, "a.warc!/2") || docs[0].Raw == nil {
		t.Errorf("%+v", s)
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	for name, c := range map[string]struct {
		data string
		opt  Options
		why  Reason
	}{
		"page.txt.gz": {gz(zeros + zeros), Options{MaxArticle: 1 << 20}, TooLarge},
		"many.zip":    {zipOf(t, "a.txt", article, "b.txt", article, "c.txt", article), Options{MaxEntries: 2}, TooMany},
		"much.tar.gz": {gz(tarOf(t, "a.txt", article, "b.txt", article)), Options{MaxUnpacked: 1000}, TooLarge},
	} {
		p := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(p, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		_, rep := collect(t, c.opt, p)
		if rep.Refused[c.why] == 0 {
			t.Errorf("%s: %v, want %s", name, rep.Refused, c.why)
		}
	}
	b := budget{packed: func() int64 { return 1 << 20 }, ratio: 100, most: 1 << 40}
	if err := b.spend(freely); err != nil {
		t.Errorf("under the size that is free: %v", err)
	}
	var r *Refusal
	if err := b.spend(1); !errors.As(err, &r) || r.Reason != Bomb {
		t.Errorf("over the ratio: %v", err)
	}
}

// TestTarSidecarAfter holds that a tar file's sidecars are known before its articles.
func TestTarSidecarAfter(t *testing.T) {
	dir := write(t, map[string]string{"a.tar.gz": gz(tarOf(t, "a.txt", article, "a.meta.json", `{"published":"2031-05-04"}`))})
	if docs, _ := collect(t, Options{}, dir); len(docs) != 1 || docs[0].Published.EDTF != "2031-05-04" {
		t.Fatalf("%+v", docs)
	}
}

func TestLanguages(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		why  Reason
		word string
	}{
		"fa":  {"رئیس هیئت مذاکره کننده گفت که دو طرف به توافق رسیده‌اند و این توافق از روز شنبه اجرا می شود. او افزود که گفتگو با همه گروه ها ادامه دارد.", OtherTongue, "Persian"},
		"fa2": {"وزير خارجه گفت كه اين توافق براي صلح است و از همه طرف ها خواست كه به آن پايبند باشند و با هم گفتگو كنند.", OtherTongue, "Persian"},
		"ur":  {"وزیر خارجہ نے کہا ہے کہ دونوں فریق جنگ بندی پر متفق ہیں اور مذاکرات کا اگلا دور اس ماہ کے آخر میں ہو گا۔", OtherTongue, "Urdu"},
		"ckb": {"وەزیری دەرەوە ڕایگەیاند کە هەردوو لایەن لەسەر ئاگربەست ڕێککەوتوون و گفتوگۆکان لە هەفتەی داهاتوو بەردەوام دەبن.", OtherTongue, "Kurdish"},
		"ps":  {"د بهرنیو چارو وزیر وویل چې دواړو لورو د اوربند په اړه موافقه کړې ده او خبرې به په راتلونکې اونۍ کې دوام ومومي.", OtherTongue, "Pashto"},
		"en":  {"Both sides agreed to a truce in the valley, the mediator said on Sunday.", NotArabic, ""},
	} {
		_, rep := collect(t, Options{Stdin: strings.NewReader(c.text)}, "-")
		if rep.Refused[c.why] != 1 || !strings.Contains(rep.Refusals[0].What, c.word) {
			t.Errorf("%s: %v", name, rep.Refusals)
		}
	}
	for _, s := range []string{
		article, "قال سالم الأحمر إن الهدنة قائمة.", "قال", "گزارش: قال المتحدث باسم پارك السلام إن الچرچ مغلق في هذا اليوم من الشهر",
		"زار الوفد شركة Example Software Systems وشركة Another Long Name Limited في المدينة ثم عاد إلى مقر المحادثات",
	} {
		if _, rep := collect(t, Options{Stdin: strings.NewReader(s)}, "-"); rep.Failed() != 0 {
			t.Errorf("%.40q: %v", s, rep.Refusals)
		}
	}
}

func TestParseMap(t *testing.T) {
	m, err := ParseMap("text=content, published=date_extracted")
	if err != nil || m["text"] != "content" || m["published"] != "date_extracted" {
		t.Fatal(m, err)
	}
	for _, bad := range []string{"text", "words=content", "text="} {
		if _, err := ParseMap(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func FuzzOne(f *testing.F) {
	for _, s := range []string{article, pageOf("", ""), jsonLine(map[string]any{"text": body}), "id,text\n1,x\n", warcOf("response", "https://example.org/", httpType, answer("200 OK", "", "x")), gz(article), zipOf(f, "a.txt", article), tarOf(f, "a.txt", article), "<rss><channel><item><title>x</title></item></channel></rss>"} {
		for _, name := range []string{"a.txt", "a.json", "a.csv", ""} {
			f.Add(name, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		_, err := One(t.Context(), name, "", raw, text.Source{Path: name}, Options{MaxArticle: 1 << 20, MaxUnpacked: 8 << 20, AnyLanguage: true}, func(d *text.Document) error {
			if strings.ToValidUTF8(d.Text, "") != d.Text {
				t.Error("text is not UTF-8")
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
