// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/placeholders.h"

#include "base/text.h"
#include "base/wordset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

const QSet<QString> &nobodysNames()
{
    static const QSet<QString> names = wordSet(
            u"linkedin member; linkedin user; linkedin mitglied; miembro de linkedin;"
            u"membre linkedin; member linkedin; no name; noname; without name; name unknown;"
            u"unknown unknown; first last; firstname lastname; first name last name; name surname;"
            u"vorname nachname; max mustermann; nombre apellido; prenom nom; test test; test user;"
            u"test contact; test person; sample sample; private private; deleted user;"
            u"not available; not provided; not found; n a; anonymous user; contact contact;"
            u"unbekannt; desconocido; неизвестно; unknown user; linkedin membre;"
            u"utilisateur linkedin; usuario de linkedin; usuario linkedin; membro do linkedin;"
            u"facebook user; google user; private user; guest; guest user",
            u';');
    return names;
}

const QSet<QString> &noFirms()
{
    static const QSet<QString> firms = wordSet(
            u"actively looking; actively seeking; aposentado; arbeitslos; arbeitssuchend; autonomo;"
            u"between jobs; business owner; career break; career transition; company; confidential;"
            u"consultant; contractor; currently not employed; currently unemployed; desempleado;"
            u"desempregado; disoccupato; en busqueda; en recherche; entrepreneur; estudiante;"
            u"freelance; freelancer; freelancer in; freelancing; freiberufler; freiberuflich; home;"
            u"homemaker; in cerca; in transition; independant; independent; independent consultant;"
            u"independent contractor; independiente; job seeker; jobseeker; jubilada; jubilado;"
            u"libero professionista; looking; looking for a new role;"
            u"looking for new opportunities; looking for opportunities; looking for work; me;"
            u"my own business; myself; n n; not currently employed; not employed; open to work;"
            u"own business; own company; pensionato; personal; private; rentner; retired; retraite;"
            u"sabbatical; sans emploi; seeking employment; seeking new opportunities;"
            u"seeking new role; seeking opportunities; selbstandig; selbststandig; self;"
            u"self employed; selfemployed; stay at home parent; stealth; stealth mode;"
            u"stealth mode startup; stealth startup; student; student in; tba; tbc; test;"
            u"unemployed; various; various companies; xx; xxx; zelfstandig; zzp",
            u';');
    return firms;
}

} // namespace

bool isNobodysName(const QStringList &words)
{
    return words.isEmpty() || nobodysNames().contains(words.join(u' '))
            || std::ranges::all_of(words, [](const QString &word) { return isPlaceholder(word); });
}

bool isNoFirm(const QString &key)
{
    return noFirms().contains(key) || isPlaceholder(key);
}

bool isNobodysAddress(const QString &email)
{
    static const QSet<QString> names = wordSet(
            u"xx xxx xxxx aaa abc abcd asdf asdfasdf qwerty none null na nil no unknown undefined "
            u"example sample tests testing tester testtest noemail nomail noname name firstname "
            u"firstnamelastname placeholder dummy fake foo bar foobar",
            u' ');
    static const QSet<QString> hosts = wordSet(
            u"test.com test.de test.test testing.com none.com none.none nomail.com noemail.com na.com "
            u"unknown.com null.com email.com fake.com asdf.com abc.xyz domain.com",
            u' ');
    const auto at = email.lastIndexOf(u'@');
    QString name = email.left(at);
    name.removeIf([](QChar c) { return c == u'-' || c == u'_' || c == u'.'; });
    return names.contains(name) || hosts.contains(email.mid(at + 1));
}

} // namespace crema::contacts
