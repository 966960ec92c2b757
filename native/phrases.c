/* The search for phrases in one text: the twin of cleaner/phrase_search.py. */

#include "phrases.h"

#define LONGEST_INSIDE 500
#define LONGEST_END 100

static int is_word_character(Py_UCS4 c)
{
    return c == '_' || is_alnum(c);
}

/* Whether a sentence or a field of the line ends between two neighbouring words, as `parted` says. */
static int parted(const Text *text, Py_ssize_t before)
{
    const Word *word = &text->all[before], *after = word + 1;
    if (word->end == after->start)
        return after->capital;
    for (Py_ssize_t place = word->end; place <= after->start; place++) {
        Py_UCS4 c = raw(text, place), next = place < after->start ? raw(text, place + 1) : 0;
        switch (c) {
        case '.': case '!': case '?': case 0x2026:
            if (place < after->start && (!is_word_character(next) || next - 'A' < 26u ||
                                         (next >= 0xc0 && next <= 0xde && next != 0xd7)))
                return 1;
            break;
        case 0x61f: case 0x964: case 0x3002: case 0xff01: case 0xff1f: case '\n': case '|': case 0x2022: case 0xb7:
            return 1;
        case '-': case 0x2013: case 0x2014: case '/': case '>': case 0x203a: case 0xbb:
            if (place > word->end && place < after->start && Py_UNICODE_ISSPACE(raw(text, place - 1)) &&
                Py_UNICODE_ISSPACE(next))
                return 1;
        }
    }
    return 0;
}

/* Phrases that follow each other from the beginning of a text: the first, and what the last one was. */
typedef struct {
    int known, started, weak, is_long;
    uint32_t rule, category;       /* of the first phrase; of the last one */
    Py_ssize_t start, end;         /* characters of the first phrase */
} Chain;

/* Whether a phrase may follow a chain: short ones of two kinds only where the text marks a border. */
static int may_join(const Text *text, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end, int lenient)
{
    const Table *table = text->table;
    if (lenient && (said_by(table, rule, SCOPE) != LINE_SCOPE || said_by(table, rule, WEAK)))
        return 0;
    if (at == 0 || (chain->started && said_by(table, rule, CATEGORY) == chain->category) || chain->is_long ||
        end - at > 2)
        return 1;
    return parted(text, at - 1);
}

/* A chain with one more phrase; it is weak when one of them is. */
static Chain grown(const Text *text, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end)
{
    Py_ssize_t start = text->all[at].start, stop = text->all[end - 1].end;
    int weak = said_by(text->table, rule, WEAK) != 0, spaces = 0;
    Chain more = *chain;
    if (!chain->started)
        more = (Chain){.known = 1, .started = 1, .rule = rule, .start = start, .end = stop};
    more.weak |= weak;
    more.category = said_by(text->table, rule, CATEGORY);
    for (Py_ssize_t place = start; place < stop; place++)
        spaces += raw(text, place) == ' ';
    more.is_long = spaces >= 2;
    return more;
}

static int is_better(const Chain *chain, const Chain *other)
{
    if (!other->known || chain->weak != other->weak)
        return !other->known || other->weak;
    return chain->end - chain->start > other->end - other->start;
}

/* Lets a text go on at a word after a chain, unless a better one leads there. */
static void arrive(Chain *reached, Py_ssize_t after, const Chain *chain)
{
    if (is_better(chain, &reached[after]))
        reached[after] = *chain;
}

/* Notes at which words the text may go on after a phrase. */
static void reach(const Text *text, Chain *reached, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end)
{
    uint32_t scope = said_by(text->table, rule, SCOPE);
    Py_ssize_t total = text->count, most = (Py_ssize_t)said_by(text->table, rule, MOST_WORDS);
    if (scope == LINE_SCOPE)
        arrive(reached, end, chain);
    else if (scope == START_SCOPE && total - at <= most)
        arrive(reached, total, chain);
    for (Py_ssize_t after = end; scope == SENTENCE_SCOPE && after <= total && after <= at + most; after++) {
        if (after < total && !parted(text, after - 1))
            continue;
        arrive(reached, after, chain);
        if (!text->all[after - 1].is_short && text->all[after < total ? after : total - 1].capital)
            return; /* else perhaps an abbreviation: "the U.S. edition" */
    }
}

/* A phrase found: its rule, its characters. */
typedef struct {
    int known, weak;
    uint32_t rule;
    Py_ssize_t start, end;
} Match;

/* Whether a phrase may begin with the number that is a text's second word: where the first one's own goes on so. */
static int number_may_begin(Text *text)
{
    const Table *table = text->table;
    Word first = text->all[0];
    first.capital = !first.decimal;
    first.colon = 1;
    List lists[3], *labels = &lists[0], *states = &lists[1], *rules = &lists[2];
    for (int each = 0; each < 3; each++)
        list_begin(&lists[each]);
    uint32_t at, last;
    edges_of(table, table->roots[LINE_ROOT], &at, &last);
    int fine = labels_of(table, &first, labels), found = is_squashed(text, first.start, first.end);
    for (Py_ssize_t label = 0; fine && label < labels->count; label++)
        fine = follow(table, at, last, labels->all[label], states);
    for (Py_ssize_t each = 0; fine && !found && each < states->count; each++) {
        for (edges_of(table, states->all[each], &at, &last); at < last; at++) {
            uint32_t label = number_at(table->edges, at) >> 16;
            found |= label >= ANY_LABEL && label <= NUMBER_LABEL + 1;
        }
        fine = fulfil(table, states->all[each], rules, 0);
    }
    for (Py_ssize_t each = 0; fine && each < rules->count; each++)
        found |= said_by(table, rules->all[each], SCOPE) != LINE_SCOPE;
    for (int each = 0; each < 3; each++)
        list_end(&lists[each]);
    text->failed |= !fine;
    return found;
}

/* Goes on from one word that phrases lead to. */
static int go_on(Text *text, Chain *reached, Py_ssize_t at, int lenient)
{
    List rules, ends;
    list_begin(&rules);
    list_begin(&ends);
    Chain chain = reached[at];
    if (at == 1 && text->all[1].decimal && !number_may_begin(text))
        return !text->failed;
    int fine = phrases_at(text, at, LINE_ROOT, &rules, &ends);
    for (Py_ssize_t each = 0; fine && each < rules.count; each++) {
        Py_ssize_t end = (Py_ssize_t)ends.all[each];
        if (may_join(text, &chain, rules.all[each], at, end, lenient)) {
            Chain more = grown(text, &chain, rules.all[each], at, end);
            reach(text, reached, &more, rules.all[each], at, end);
        }
    }
    rules.count = ends.count = 0;
    fine = fine && (!at || !(text->all[at].bits & GLUE) || phrases_at(text, at, GLUE_ROOT, &rules, &ends));
    for (Py_ssize_t each = 0; fine && each < ends.count; each++)
        if (!reached[ends.all[each]].known)
            reached[ends.all[each]] = chain;
    list_end(&rules);
    list_end(&ends);
    return fine;
}

/* Whether a phrase begins as the text does. */
static int may_begin(Text *text)
{
    if (!text_has(text, 0) || !(text->all[0].decimal || text->all[0].bits & LINE))
        return 0;
    List rules, ends;
    list_begin(&rules);
    list_begin(&ends);
    int found = phrases_at(text, 0, LINE_ROOT, &rules, &ends) && rules.count;
    list_end(&rules);
    list_end(&ends);
    return found;
}

/* The first of the phrases that together account for all of a text. 0 when that fails. */
static int whole(Text *text, int lenient, Match *match)
{
    text_has(text, PY_SSIZE_T_MAX);
    Chain few[FEW], *reached = few;
    Py_ssize_t total = text->count;
    if (total >= FEW)
        reached = PyMem_Malloc((size_t)(total + 1) * sizeof(Chain));
    if (reached == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    memset(reached, 0, (size_t)(total + 1) * sizeof(Chain));
    reached[0].known = 1;
    int fine = !text->failed;
    for (Py_ssize_t at = 0; fine && at < total; at++)
        if (reached[at].known)
            fine = go_on(text, reached, at, lenient);
    if (fine && reached[total].started)
        *match = (Match){1, reached[total].weak, reached[total].rule, reached[total].start, reached[total].end};
    if (reached != few)
        PyMem_Free(reached);
    return fine;
}

/* Whether a word begins the text or comes after a mark, such as a bracket. */
static int is_border(const Text *text, const Word *word)
{
    Py_ssize_t before = word->start;
    while (before > 0 && Py_UNICODE_ISSPACE(raw(text, before - 1)))
        before--;
    return before == 0 || !is_alnum(raw(text, before - 1));
}

/* Whether a word that tells of a phrase inside a text stands anywhere in it, be it within another word. */
static int is_told(Text *text)
{
    PyObject *tellers = text->table->tellers, *one = PyObject_CallMethod(text->string, "replace", "ss", "\xc4\xb0", "I");
    PyObject *two = one == NULL ? NULL : PyObject_CallMethod(one, "replace", "ss", "\xc4\xb1", "i");
    PyObject *folded = two == NULL ? NULL : PyObject_CallMethod(two, "casefold", NULL);
    int found = folded == NULL ? -1 : 0;
    for (Py_ssize_t each = 0; found == 0 && each < PyTuple_GET_SIZE(tellers); each++)
        found = PyUnicode_Contains(folded, PyTuple_GET_ITEM(tellers, each));
    Py_XDECREF(one);
    Py_XDECREF(two);
    Py_XDECREF(folded);
    text->failed |= found < 0;
    return found > 0;
}

/* Whether a phrase at a text's end counts: near it where the text closes without a full stop, else where it is told. */
static int may_close(Text *text, const Word *word, int closes)
{
    return (closes && text->length - word->start <= LONGEST_END) || is_told(text);
}

/* The first phrase inside a text, or at its end, that is enough to tell what the text is. 0 when that fails. */
static int inside(Text *text, int closes, Match *match)
{
    int fine = 1;
    for (int root = ANYWHERE_ROOT; root <= END_ROOT; root++)
        for (Py_ssize_t at = 0; fine && text_has(text, at); at++) {
            const Word *word = &text->all[at];
            if (!(word->bits & 1 << root) || (root == END_ROOT && !is_border(text, word)))
                continue;
            List rules, ends;
            list_begin(&rules);
            list_begin(&ends);
            fine = phrases_at(text, at, root, &rules, &ends);
            if (rules.count)
                text_has(text, PY_SSIZE_T_MAX); /* the rules ask how many words there are */
            for (Py_ssize_t each = 0; fine && !match->known && each < rules.count; each++) {
                uint32_t rule = rules.all[each];
                Py_ssize_t end = (Py_ssize_t)ends.all[each];
                if (text->count <= (Py_ssize_t)said_by(text->table, rule, MOST_WORDS) &&
                    (root == ANYWHERE_ROOT || (end == text->count && may_close(text, &text->all[at], closes))))
                    *match = (Match){1, said_by(text->table, rule, WEAK) != 0, rule, text->all[at].start,
                                     text->all[end - 1].end};
            }
            list_end(&rules);
            list_end(&ends);
            if (match->known)
                return !text->failed;
        }
    return fine && !text->failed;
}

/* Whether a text closes without a full stop, as credits do. */
static int is_closed(const Text *text)
{
    Py_UCS4 last = text->length ? raw(text, text->length - 1) : 0;
    return is_alnum(last) || last == ')' || last == ']' || last == 0xbb || last == '*';
}

static int look_up(Text *text, int lenient, Match *match)
{
    Match part = {0};
    int fine = !may_begin(text) || whole(text, lenient, match);
    if (!fine || text->failed)
        return 0;
    if ((match->known && !match->weak) || lenient || text->length > LONGEST_INSIDE ||
        PyUnicode_FindChar(text->string, '\n', 0, text->length, 1) >= 0)
        return 1;
    if (!may_hold(text))
        return !text->failed;
    fine = inside(text, is_closed(text), &part);
    if (part.known && (!match->known || !part.weak))
        *match = part;
    return fine;
}

/* phrase_in(table, text, lenient): the rule, the beginning and end, and whether weak, of the best phrase; or None. */
PyObject *native_phrase_in(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "phrase_in() takes a table, a text and a truth value");
    const Table *table = PyCapsule_GetPointer(args[0], PHRASES);
    if (table == NULL)
        return NULL;
    Text text;
    Match match = {0};
    text_begin(&text, table, args[1]);
    int fine = look_up(&text, args[2] == Py_True, &match);
    text_end(&text);
    if (!fine || PyErr_Occurred())
        return NULL;
    if (!match.known)
        Py_RETURN_NONE;
    return Py_BuildValue("(InnO)", match.rule, match.start, match.end, match.weak ? Py_True : Py_False);
}

/* cues_in(table, text): the rule, the beginning and the end of each cue in a text. */
PyObject *native_cues_in(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "cues_in() takes a table and a text");
    const Table *table = PyCapsule_GetPointer(args[0], PHRASES);
    PyObject *found = table == NULL ? NULL : PyList_New(0);
    if (found == NULL)
        return NULL;
    Text text;
    List rules, ends;
    text_begin(&text, table, args[1]);
    list_begin(&rules);
    list_begin(&ends);
    int fine = 1;
    for (Py_ssize_t at = 0; fine && text_has(&text, at); at++) {
        if (!text.all[at].capital && !text.all[at].decimal && !(text.all[at].bits & CUE))
            continue;
        rules.count = ends.count = 0;
        fine = phrases_at(&text, at, CUE_ROOT, &rules, &ends);
        for (Py_ssize_t each = 0; fine && each < rules.count; each++) {
            PyObject *cue = Py_BuildValue("(Inn)", rules.all[each], text.all[at].start, text.all[ends.all[each] - 1].end);
            fine = cue != NULL && PyList_Append(found, cue) == 0;
            Py_XDECREF(cue);
        }
    }
    list_end(&rules);
    list_end(&ends);
    text_end(&text);
    if (!fine || PyErr_Occurred())
        Py_CLEAR(found);
    return found;
}
