package intake

import (
	"strings"
	"time"
)

// validDate reports whether s is YYYY, YYYY-MM or YYYY-MM-DD of a real calendar day.
func validDate(s string) bool {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(s)]
	if layout == "" {
		return false
	}
	_, err := time.Parse(layout, s)
	return err == nil
}

// validClock reports whether s is an hour as EDTF writes it after the T.
func validClock(s string) bool {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"15:04", "15:04:05", "15:04:05.999999999", "15:04Z07:00", "15:04:05Z07:00", "15:04:05.999999999Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
