package intake

import (
	"bufio"
	"bytes"
	"strings"
)

// format is one way in which articles arrive. read takes the input's bytes
// from r and hands on articles; where read is nil the input is refused, or
// passed over in a folder where quiet.
type format struct {
	read    func(w *walk, in *input, r *bufio.Reader) error
	refusal *Refusal
	quiet   bool
}

// choose finds the format of an input by its first bytes, its name and what
// its surroundings declare, in that order of trust.
func choose(in *input, head []byte) format {
	if len(head) == 0 {
		return format{refusal: refuse(Empty, "save or fetch it again, or leave it out", "is empty")}
	}
	if what := foreign(head); what != "" {
		return format{quiet: true, refusal: refuse(Binary, "export it as text or HTML and give that file", "is %s, not text", what)}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return format{read: readGzip}
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return format{read: readZip}
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return format{read: readTar}
	case bytes.HasPrefix(head, []byte("WARC/")):
		return format{read: readWARC}
	}
	if looksHTML(head) || strings.Contains(in.contentType, "html") {
		return format{read: readPage}
	}
	switch extension(in.name) {
	case "html", "htm", "xhtml", "shtml", "asp", "aspx", "php", "jsp":
		return format{read: readPage}
	}
	if looksFeed(head) {
		return format{read: readFeed}
	}
	if looksJSON(in, head) {
		return format{read: readJSON}
	}
	switch ext := extension(in.name); ext {
	case "csv", "tsv", "tab":
		return format{read: readCSV}
	case "xml", "rss", "atom", "opml":
		return format{quiet: true, refusal: refuse(Unsupported, "give RSS, Atom, or the pages themselves", "is XML of a kind that holds no articles")}
	}
	return format{read: readText}
}

// looksHTML reports whether a file begins as pages do.
func looksHTML(head []byte) bool {
	h := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(h) == 0 || h[0] != '<' {
		return false
	}
	h = bytes.ToLower(h)
	for bytes.HasPrefix(h, []byte("<!--")) {
		i := bytes.Index(h, []byte("-->"))
		if i < 0 {
			break
		}
		h = bytes.TrimLeft(h[i+3:], " \t\r\n")
	}
	if bytes.HasPrefix(h, []byte("<?xml")) {
		return bytes.Contains(h[:min(len(h), 600)], []byte("<html"))
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article"} {
		if bytes.HasPrefix(h, []byte(tag)) {
			return true
		}
	}
	return false
}

// foreign names well-known files that are no text, by their first bytes.
func foreign(head []byte) string {
	for _, m := range []struct{ magic, what string }{
		{"%PDF-", "a PDF document"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
		{"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"\xd0\xcf\x11\xe0", "an old Office document"}, {"SQLite format 3\x00", "a database"},
		{"ID3", "a sound file"}, {"OggS", "a sound file"}, {"Rar!", "a RAR archive"}, {"7z\xbc\xaf", "a 7-Zip archive"},
		{"BZh", "bzip2 data"}, {"\xfd7zXZ", "xz data"}, {"\x28\xb5\x2f\xfd", "zstd data"}, {"{\\rtf", "an RTF document"},
	} {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.what
		}
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		return "a video"
	}
	return ""
}

// extension is the last extension of a name, lower case, without the dot.
func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToLower(name[i+1:])
	}
	return ""
}
