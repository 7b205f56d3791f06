package web_test

import (
	"bytes"
	"mime/multipart"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// upload sends files to be read.
func (c *coding) upload(files map[string]string) (status int, body string) {
	c.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.WriteField("csrf", csrfField.FindStringSubmatch(c.get("/en/try"))[1]); err != nil {
		c.t.Fatal(err)
	}
	for name, words := range files {
		f, err := w.CreateFormFile("files", name)
		if err != nil {
			c.t.Fatal(err)
		}
		f.Write([]byte(words))
	}
	w.Close()
	resp, err := c.c.Post(c.srv.URL+"/en/try", w.FormDataContentType(), &b)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	var out bytes.Buffer
	out.ReadFrom(resp.Body)
	return resp.StatusCode, out.String()
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="(raw|file|type|nth|day|pasted)" value="([^"]*)">`)

// tried is the form that brings an article back.
func tried(body string) url.Values {
	out := url.Values{}
	for _, m := range hiddenField.FindAllStringSubmatch(body, -1) {
		if !out.Has(m[1]) {
			out.Set(m[1], unescape(m[2]))
		}
	}
	return out
}

const tryWords = "قال المتحدث باسم وفد السهل إن الجولة المقبلة ستعقد في مرساة يوم الأحد، وإن الوفد سيحضرها كاملا."

// Files are read as pasted words are, and an article is kept only if the
// visitor says so; kept twice it is there once.
func TestTryFilesAndKeep(t *testing.T) {
	c := desk(t)
	articles := func() (n int) {
		for _, err := range c.v.Articles(t.Context(), "", "") {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		return n
	}
	before := articles()
	status, body := c.upload(map[string]string{"one.txt": tryWords})
	if status != 200 || !strings.Contains(body, "Keep it in the record") || !strings.Contains(body, "class=\"r ") {
		t.Fatalf("one file: %d %.3000s", status, body)
	}
	if articles() != before {
		t.Fatal("a file that was only read is kept")
	}
	form := tried(body)
	status, at, body := c.post("/en/try/keep", form)
	if status != 200 || !strings.Contains(at, "/en/article/") || articles() != before+1 {
		t.Fatalf("kept: %d %s %.500s", status, at, body)
	}
	if _, again, _ := c.post("/en/try/keep", tried(mustTry(c))); again != at && articles() != before+2 {
		t.Errorf("pasted words are kept at %s, %d articles", again, articles())
	}
	n := articles()
	if _, again, _ := c.post("/en/try/keep", form); again != at || articles() != n {
		t.Errorf("kept twice it is at %s", again)
	}
	status, body = c.upload(map[string]string{"a.txt": tryWords + " هذا نص آخر.", "b.html": "<html><body><article><h1>عنوان الخبر</h1><p>" + strings.Repeat(tryWords+" ", 6) + "</p></article></body></html>", "c.bin": "\x00\x01\x02\x03"})
	if status != 200 || strings.Count(body, `value="Read it"`)+strings.Count(body, ">Read it<") < 2 || !strings.Contains(body, "c.bin") {
		t.Errorf("three files: %d %.3000s", status, body)
	}
	check(t, "/en/try with files", body)
	if status, _, _ := c.post("/en/try/keep", url.Values{"raw": {"%%%"}}); status != 422 {
		t.Errorf("what is no article: %d", status)
	}
	if status, body := c.upload(map[string]string{"big.txt": strings.Repeat("ا", 5<<20)}); status != 413 {
		t.Errorf("a file too large: %d %.300s", status, body)
	}
}

// mustTry pastes words and gives the page that shows them.
func mustTry(c *coding) string {
	c.t.Helper()
	_, _, body := c.post("/en/try", url.Values{"text": {tryWords + " ملصق."}})
	return body
}
