// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile SMTP server. The input is what it sends before TLS, an octet 0xFE, and what it sends inside TLS.
#include "smtp/dialog.h"

#include <cstdlib>

namespace
{

struct End {
    mta::SmtpDialog::Action action;
    mta::SmtpDialog::Failure failure;
    mta::SmtpDialog::Stage stage;
    std::optional<mta::SmtpReply> lastReply;

    bool operator==(const End &) const = default;
};

End play(QByteArrayView plain, QByteArrayView inTls, qsizetype piece)
{
    using Action = mta::SmtpDialog::Action;
    mta::SmtpDialog dialog("probe.example");
    QByteArrayView rest = plain;
    Action action = Action::Read;
    for (int sent = 0; action != Action::Finish && action != Action::Abort;) {
        if (action == Action::Send) {
            if (++sent > 3) // EHLO, STARTTLS, EHLO: there is nothing else to say
                std::abort();
            action = dialog.feed({});
        } else if (rest.isEmpty() && action == Action::Handshake) {
            rest = inTls;
            action = dialog.tlsEstablished();
        } else if (rest.isEmpty()) {
            break;
        } else {
            const QByteArrayView now = rest.first(qMin(piece, rest.size()));
            rest = rest.sliced(now.size());
            action = dialog.feed(now);
        }
    }
    if (dialog.injected().size() > mta::maxInjected)
        std::abort();
    return {action, dialog.failure(), dialog.stage(), dialog.lastReply()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const qsizetype border = input.toByteArray().indexOf('\xfe');
    const QByteArrayView plain = border < 0 ? input : input.first(border);
    const QByteArrayView inTls = border < 0 ? QByteArrayView() : input.sliced(border + 1);
    if (!(play(plain, inTls, 1) == play(plain, inTls, input.size() + 1)))
        std::abort();
    return 0;
}
