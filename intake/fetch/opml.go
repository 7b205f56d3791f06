package fetch

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"mahdar/intake"
)

// Source is a feed to watch.
type Source struct {
	URL   string
	Title string // the outlet's name, "" where the list does not tell it
}

// ParseSources reads a list of feeds: OPML, or an address a line with # before
// remarks. The same feed twice counts once.
func ParseSources(raw []byte) ([]Source, error) {
	var out []Source
	seen := map[string]bool{}
	add := func(address, title string) {
		address = strings.TrimSpace(address)
		if address != "" && !seen[address] {
			seen[address] = true
			out = append(out, Source{address, strings.TrimSpace(title)})
		}
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(bytes.TrimSpace(raw), []byte("<")) {
		dec := xml.NewDecoder(bytes.NewReader(raw))
		dec.Strict = false
		dec.AutoClose, dec.Entity = xml.HTMLAutoClose, xml.HTMLEntity
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, &intake.Refusal{Reason: intake.Malformed, What: "is no OPML that can be read (" + err.Error() + ")", Advice: "export it again", Err: err}
			}
			if e, ok := tok.(xml.StartElement); ok && strings.EqualFold(e.Name.Local, "outline") {
				address, title := "", ""
				for _, a := range e.Attr {
					switch strings.ToLower(a.Name.Local) {
					case "xmlurl":
						address = a.Value
					case "title":
						title = a.Value
					case "text":
						if title == "" {
							title = a.Value
						}
					}
				}
				add(address, title)
			}
		}
	} else {
		for line := range strings.Lines(string(raw)) {
			line, _, _ = strings.Cut(strings.TrimSpace(line), " #")
			if !strings.HasPrefix(line, "#") {
				add(line, "")
			}
		}
	}
	if len(out) == 0 {
		return nil, &intake.Refusal{Reason: intake.NoArticles, What: "names no feed", Advice: "give OPML with xmlUrl, or an address a line"}
	}
	return out, nil
}
