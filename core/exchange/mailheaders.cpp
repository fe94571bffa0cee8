// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mailheaders.h"

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr QStringView recipients = u"To|Cc|Bcc|Reply-To";
constexpr QStringView usual = u"From|Subject|Date|Received|Message-ID|Return-Path|Sender";
/// To, Cc, Bcc and the sender, who is one of them: German, Romance, Dutch and Scandinavian, Slavic and their
/// neighbours, East Asian.
constexpr QStringView translated =
        u"From|An|Kopie|Blindkopie|Von|À|De|Para|Cco|Cci|Ccn|A|Da|Către|Catre|Aan|Van|Til|Till|Kopi|Kopia|"
        u"Blindkopi|Fra"
        u"|Från|Vastaanottaja|Kopio|Lähettäjä|Do|DW|UDW|Od|Komu|Kópia|Skrytá kopie|Za|Prima|Címzett|Másolat"
        u"|Feladó|Kime|Kimden|Bilgi|Кому|Копия|Копія|От|От "
        u"кого|Від|Προς|Κοιν|Από|宛先|差出人|送信者|收件人|收件者"
        u"|抄送|密送|副本|发件人|寄件者|寄件人|받는 ?사람|참조|숨은 ?참조|보낸 ?사람";
/// Subject, date and the like.
constexpr QStringView matter =
        u"Subject|Date|Sent|Betreff|Datum|Gesendet|Objet|Envoyé|Asunto|Fecha|Enviado|Enviado el|Assunto|Data"
        u"|Enviada em|Oggetto|Inviato|Subiect|Onderwerp|Verzonden|Emne|Dato|Sendt|Ämne|Skickat|Aihe|Päiväys"
        u"|Lähetetty|Temat|Wysłano|Předmět|Predmet|Odesláno|Dátum|Zadeva|Tárgy|Elküldve|Konu|Tarih|Тема|Дата"
        u"|Отправлено|Надіслано|Θέμα|Ημερομηνία|件名|日時|送信日時|主题|主旨|主題|发送时间|日期|제목|날짜|"
        u"보낸 ?날짜";

QRegularExpression fieldOf(const QString &names)
{
    return QRegularExpression(u"^(?:%1):"_s.arg(names), QRegularExpression::CaseInsensitiveOption);
}

/// As it stands in a text that was copied, in front of any of its lines.
QRegularExpression copiedField(const QString &names)
{
    return QRegularExpression(u"^\\s*(?:%1)\\s*[:：]"_s.arg(names),
                              QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::MultilineOption);
}

} // namespace

HeaderLine headerLine(const QString &line)
{
    static const QRegularExpression field(u"^[A-Za-z][A-Za-z0-9-]*:(?: |$)|^[ \\t]+\\S"_s);
    static const QRegularExpression ofRecipients = fieldOf(recipients.toString());
    static const QRegularExpression ofAll = fieldOf(usual.toString());
    return !line.contains(field)          ? HeaderLine::none
            : line.contains(ofRecipients) ? HeaderLine::recipients
            : line.contains(ofAll)        ? HeaderLine::usual
                                          : HeaderLine::any;
}

const QRegularExpression &headerOfPeople()
{
    static const QRegularExpression name = copiedField(u"%1|%2"_s.arg(recipients, translated));
    return name;
}

const QRegularExpression &headerOfMatter()
{
    static const QRegularExpression name = copiedField(matter.toString());
    return name;
}

} // namespace crema::exchange
