# SPDX-License-Identifier: GPL-3.0-or-later
# Prints "LINES file PATH" for each file and "LINES function PATH NAME" for each function written in the project's
# format: its braces stand alone in the first column (a type's closing brace has a semicolon).
function closeFile() { if (path != "") print lines, "file", path }

FNR == 1 { closeFile(); path = FILENAME; opened = 0; head = "" }
{ lines = FNR }
/^[A-Za-z_~]/ && !/;[ \t]*$/ { head = $0; headLine = FNR }
/^\{[ \t]*$/ && !opened { opened = FNR; name = head; start = headLine }
/^\}[ \t]*$/ && opened {
    sub(/\(.*/, "", name)
    gsub(/[*&]/, "", name)
    n = split(name, words, " ")
    print FNR - start + 1, "function", path, words[n]
}
/^\}/ { opened = 0 }
END { closeFile() }
